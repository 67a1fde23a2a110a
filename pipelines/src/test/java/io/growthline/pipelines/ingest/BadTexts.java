package io.growthline.pipelines.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Texts that are too long, wrongly escaped, wrongly encoded or in the wrong place. */
final class BadTexts {
  private BadTexts() {}

  static List<BadInput> kinds() {
    return List.of(
        city("text of 10 MB", "\"" + "x".repeat(10_000_000) + "\""),
        city("text just too large", "\"" + "x".repeat(1 << 20) + "\""),
        city("text just small enough", "\"" + "x".repeat(1_000_000) + "\""),
        city("text of 10000 combining marks", "\"e" + "\u0301".repeat(10_000) + "\""),
        city("text with a lone high surrogate", "\"\\ud800\""),
        city("text with a lone low surrogate", "\"\\udc00\""),
        city("text with swapped surrogates", "\"\\udc00\\ud800\""),
        city("text with an unknown escape", "\"\\x41\""),
        city("text with an unfinished escape", "\"\\u12\""),
        city("text with a backslash at its end", "\"leeds\\\""),
        city("text with an escaped NUL", "\"le\\u0000eds\""),
        city("text with a raw NUL", "\"le\u0000eds\""),
        city("text with a raw tab", "\"le\teds\""),
        city("text with a raw carriage return", "\"le\reds\""),
        city("text with a bell", "\"le\u0007eds\""),
        city("text with an escape sequence of terminals", "\"\\u001b[31mleeds\""),
        city("text with a delete character", "\"le\u007feds\""),
        city("text with a right-to-left override", "\"\u202esdeel\""),
        city("text with zero-width spaces", "\"le\u200beds\""),
        city("text with a byte order mark", "\"\ufeffleeds\""),
        city("text with a noncharacter", "\"\uffff\""),
        city("text with an emoji", "\"\ud83d\ude00\""),
        city("text with a line separator", "\"le\u2028eds\""),
        city("text unclosed", "\"leeds"),
        city("text in single quotes", "'leeds'"),
        city("text in typographic quotes", "\u201cleeds\u201d"),
        city("text without quotes", "leeds"),
        city("text as number", "7"),
        city("text as bool", "true"),
        city("text as array", "[\"leeds\"]"),
        city("text as object", "{\"name\":\"leeds\"}"),
        city("text that is a formula", "\"=cmd|' /C calc'!A0\""),
        city("text that is SQL", "\"'; drop table raw.sessions; --\""),
        city("text that is markup", "\"<script>alert(1)</script>\""),
        city("text that climbs folders", "\"../../../etc/passwd\""),
        raw("encoding latin1", "leed\u00e9".getBytes(ISO_8859_1)),
        raw("encoding windows quotes", Profiles.bytes(0x93, 'l', 0x94)),
        raw("encoding lone continuation byte", Profiles.bytes(0x80)),
        raw("encoding overlong", Profiles.bytes(0xc0, 0xaf)),
        raw("encoding overlong NUL", Profiles.bytes(0xc0, 0x80)),
        raw("encoding cut in a character", Profiles.bytes(0xe2, 0x82)),
        raw("encoding of surrogates", Profiles.bytes(0xed, 0xa0, 0x80)),
        raw("encoding beyond the last character", Profiles.bytes(0xf4, 0x90, 0x80, 0x80)),
        raw("encoding of five bytes", Profiles.bytes(0xf8, 0x88, 0x80, 0x80, 0x80)),
        raw("encoding with 0xff", Profiles.bytes(0xff)),
        raw("encoding twice", "leed\u00c3\u00a9".getBytes(UTF_8)),
        id("id empty", "\"\""),
        id("id blank", "\"  \""),
        id("id null", "null"),
        id("id as number", "1"),
        id("id with control characters", "\"e\\n1\""),
        id("id of 100 KB", "\"" + "e".repeat(100_000) + "\""),
        segment("code in capitals", "\"MIDDLE\""),
        segment("code with a space", "\"middle \""),
        segment("code unknown", "\"upper\""),
        segment("code empty", "\"\""),
        segment("code with a look-alike letter", "\"m\u0456ddle\""),
        segment("code that is a name", "\"" + Profiles.NAME + "\""),
        segment("code that is an address", "\"" + Profiles.EMAIL + "\""));
  }

  private static BadInput city(String kind, String json) {
    return Profiles.value(kind, "city", json);
  }

  private static BadInput id(String kind, String json) {
    return Profiles.value(kind, "event_id", json);
  }

  private static BadInput segment(String kind, String json) {
    return Profiles.value(kind, "income_segment", json);
  }

  private static BadInput raw(String kind, byte[] text) {
    String[] sides = Profiles.with("city", "\"|\"").split("\\|", 2);
    return Profiles.record(
        kind, Profiles.concat(sides[0].getBytes(UTF_8), text, sides[1].getBytes(UTF_8)));
  }
}
