package io.growthline.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.growthline.pages.chart.Courses;

/**
 * A chart whose courses can be switched off and whose periods can be narrowed. Without a script,
 * and in a report, it is a drawing.
 *
 * @param title what is drawn; empty when the section's title says so
 * @param courses what is drawn
 * @param caption how to read it; may be empty
 */
public record Explorer(String title, Courses courses, String caption) implements Block {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String html(Source source) {
    if (courses.isEmpty()) {
      return printed(source);
    }
    return "<div class=\"explorer\">"
        + printed(source)
        + "<div class=\"live\" role=\"img\" aria-label=\""
        + Html.escape(courses.label())
        + "\" hidden></div><script type=\"application/json\">"
        + data()
        + "</script></div>";
  }

  @Override
  public String printed(Source source) {
    return new Drawing(title, courses, caption).html(source);
  }

  @Override
  public String markdown(Source source) {
    return "";
  }

  private String data() {
    try {
      // A name must not end the script element.
      return JSON.writeValueAsString(courses).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
