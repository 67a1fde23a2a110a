package io.growthline.cloudrun;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What holds for the HTML of every page. */
final class WellFormed {
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z][a-z0-9]*)((?:\"[^\"]*\"|[^>\"])*)>");
  private static final Set<String> VOID = Set.of("meta", "link", "img", "input", "br", "wbr");
  private static final Set<String> SELF_CLOSED = Set.of("line", "path", "rect");

  private WellFormed() {}

  static void check(String page, String html) {
    assertThat(page, html, startsWith("<!doctype html>"));
    assertThat(page, balanced(html), is(""));
    assertThat(page, html.split("<h1>", -1).length, is(2));
    for (String trace :
        List.of("NaN", "Exception", ">null<", "{#", "NOT_FOUND", " style=", "<style")) {
      assertThat(page, html, not(containsString(trace)));
    }
    List<String> ids = values(html, "id");
    assertThat(page, repeatedIds(html), is(Set.of()));
    for (String attribute : List.of("aria-labelledby", "aria-describedby", "for")) {
      values(html, attribute).forEach(id -> assertThat(page, ids, hasItem(id)));
    }
    values(html, "href").stream()
        .filter(address -> address.startsWith("#"))
        .forEach(anchor -> assertThat(page, ids, hasItem(anchor.substring(1))));
  }

  private static List<String> values(String html, String attribute) {
    return Pattern.compile(" " + attribute + "=\"([^\"]*)\"")
        .matcher(html)
        .results()
        .map(value -> value.group(1))
        .toList();
  }

  /** The first tag that is not closed where it should be; empty when all are. */
  static String balanced(String html) {
    Deque<String> open = new ArrayDeque<>();
    for (MatchResult tag : TAG.matcher(html).results().collect(Collectors.toList())) {
      String name = tag.group(2);
      if (VOID.contains(name) || SELF_CLOSED.contains(name)) {
        continue;
      }
      if (tag.group(1).isEmpty()) {
        open.push(name);
      } else if (open.isEmpty() || !open.pop().equals(name)) {
        return tag.group();
      }
    }
    return open.isEmpty() ? "" : open.peek();
  }

  /** Ids that occur more than once. */
  static Set<String> repeatedIds(String html) {
    Set<String> seen = new HashSet<>();
    return values(html, "id").stream().filter(id -> !seen.add(id)).collect(Collectors.toSet());
  }
}
