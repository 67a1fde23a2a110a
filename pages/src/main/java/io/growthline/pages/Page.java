package io.growthline.pages;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the service.
 *
 * @param path such as {@code /customers}, or {@code /customers/{id}} with a parameter
 * @param title in the navigation and at the top
 * @param lead the sentence under the title
 * @param sections in order
 */
public record Page(
    String path, String title, Function<Source, String> lead, List<Section> sections) {
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

  public Page {
    sections = List.copyOf(sections);
  }

  /** A page whose lead never changes. */
  public static Page of(String path, String title, String lead, Section... sections) {
    return new Page(path, title, source -> lead, List.of(sections));
  }

  /** The title, followed by what the path names. */
  String heading(Source source) {
    Matcher parameters = PARAMETER.matcher(path);
    StringBuilder heading = new StringBuilder(title);
    while (parameters.find()) {
      heading.append(' ').append(source.path().getOrDefault(parameters.group(1), ""));
    }
    return heading.toString();
  }

  /** Whether the navigation names this page when another one is shown. */
  boolean holds(Page shown) {
    return shown.path().equals(path) || !path.equals("/") && shown.path().startsWith(path + "/");
  }
}
