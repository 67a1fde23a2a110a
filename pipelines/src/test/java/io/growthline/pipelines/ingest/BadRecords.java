package io.growthline.pipelines.ingest;

import static io.growthline.pipelines.ingest.Profiles.EMAIL;
import static io.growthline.pipelines.ingest.Profiles.NAME;
import static io.growthline.pipelines.ingest.Profiles.PHONE;
import static io.growthline.pipelines.ingest.Profiles.plus;
import static io.growthline.pipelines.ingest.Profiles.profile;
import static io.growthline.pipelines.ingest.Profiles.record;
import static io.growthline.pipelines.ingest.Profiles.value;
import static io.growthline.pipelines.ingest.Profiles.without;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines that are no record of the table: broken, of another kind, or with personal data astray. */
final class BadRecords {
  private static final int DEEP = 100_000;
  private static final String BAD = profile("bad");

  private BadRecords() {}

  static List<BadInput> kinds() {
    return List.of(
        record("record cut in a text", BAD.substring(0, BAD.indexOf("Customer") + 9)),
        record("record cut in a name", BAD.substring(0, BAD.indexOf("full_name") + 4)),
        record("record without closing brace", BAD.substring(0, BAD.length() - 1)),
        record("record with a brace too many", BAD + "}"),
        record("record without opening brace", BAD.substring(1)),
        record("record with a trailing comma", BAD.replace("}", ",}")),
        record("record with two commas", BAD.replaceFirst(",", ",,")),
        record("record without a comma", BAD.replaceFirst(",", " ")),
        record("record without a colon", BAD.replaceFirst(":", " ")),
        record("record with an equals sign", BAD.replaceFirst(":", "=")),
        record("record with a comment", BAD.replaceFirst(",", "/* " + NAME + " */,")),
        record("record with a comment at its end", BAD + " // " + NAME),
        record("record in single quotes", BAD.replace('"', '\'')),
        record("record with names without quotes", BAD.replaceAll("\"([a-z_]+)\":", "$1:")),
        record("record with text behind", BAD + " " + NAME),
        record("record with text in front", NAME + " " + BAD),
        record("record twice on a line", BAD + BAD),
        record("record with a separator in front", "\u001e" + BAD),
        record("record with a byte order mark", "\ufeff" + BAD),
        record("record of a JSON array file", BAD + ","),
        record("record in an array", "[" + BAD + "]"),
        record("record in an envelope", "{\"payload\":" + BAD + "}"),
        record("record as text in JSON", "\"" + BAD.replace("\"", "\\\"") + "\""),
        record("record that is null", "null"),
        record("record that is true", "true"),
        record("record that is a number", "7"),
        record("record that is a text", "\"" + EMAIL + "\""),
        record("record that is empty", "{}"),
        record("record that is an empty array", "[]"),
        record("record that is a bracket", "{"),
        record("record that is undefined", "undefined"),
        record("record that is CSV", "bad,key-bad,c1," + NAME + "," + EMAIL),
        record("record that is XML", "<profile><name>" + NAME + "</name></profile>"),
        record("record that is YAML", "full_name: " + NAME),
        record("record that is a log line", "ERROR cannot send to " + EMAIL + " (" + NAME + ")"),
        record("record that is a query string", "full_name=" + NAME + "&email=" + EMAIL),
        record("record that is base64", "eyJmdWxsX25hbWUiOiJDdXN0b21lciJ9"),
        record("record that is a signed token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJjMSJ9."),
        record("nesting of 100000 brackets", "[".repeat(DEEP)),
        record("nesting of 100000 closed brackets", "[".repeat(DEEP) + "]".repeat(DEEP)),
        record("nesting of 100000 objects", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)),
        value("nesting in a known column", "city", "[".repeat(DEEP) + "]".repeat(DEEP)),
        record("nesting of 900 in an unknown column", plus(nested(900))),
        record("nesting of 1100 in an unknown column", plus(nested(1100))),
        record("columns 20000 unknown", plus(members(20_000))),
        record("column unknown", plus("\"mood\":\"good\"")),
        record("column with an empty name", plus("\"\":1")),
        record("column with a name of 100 KB", plus("\"" + "n".repeat(100_000) + "\":1")),
        record("column named by an address", plus("\"" + EMAIL + "\":1")),
        record("column named by a person", plus("\"" + NAME + "\":1")),
        record("column named by a number of a person", plus("\"customer_000123\":1")),
        record("column with a name in capitals", BAD.replace("\"city\"", "\"CITY\"")),
        record("column with a space in its name", BAD.replace("\"city\"", "\"city \"")),
        record("column with an escaped name", BAD.replace("\"city\"", "\"\\u0063ity\"")),
        record("column twice", plus("\"city\":\"hull\"")),
        record("column twice with one value", plus("\"city\":\"leeds\"")),
        record("column twice, once null", plus("\"city\":null")),
        record("column twice by an escape", plus("\"\\u0063ity\":\"hull\"")),
        record("key of the event twice", plus("\"event_id\":\"other\"")),
        record("column required and absent", without("account_opened_on")),
        record("column event_id absent", without("event_id")),
        record("column idempotency_key absent", without("idempotency_key")),
        record("column occurred_at absent", without("occurred_at")),
        record("column schema_version absent", without("schema_version")),
        value("column required and null", "push_opt_in", "null"),
        value("person in a column of another kind", "region", "\"" + NAME + "\""),
        value("address in a column of another kind", "region", "\"" + EMAIL + "\""),
        value("phone in a column of another kind", "region", "\"" + PHONE + "\""),
        record("person shown beside a fault", shifted(NAME)),
        record("phone shown beside a fault", shifted(PHONE)),
        record("card shown beside a fault", shifted(Profiles.CARD)),
        record("account shown beside a fault", shifted("GB29NWBK60161000123819")),
        record("person nested beside a fault", plus("\"mood\":{\"name\":\"" + NAME + "\"}")),
        record("persons listed beside a fault", plus("\"mood\":[\"" + NAME + "\"]")),
        record("phone as number beside a fault", phoneAsNumber()),
        record("key that two records share", BAD.replace("key-bad", "key-before")));
  }

  private static String nested(int depth) {
    return "\"mood\":" + "[".repeat(depth) + "]".repeat(depth);
  }

  private static String members(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"m" + i + "\":1")
        .collect(Collectors.joining(","));
  }

  // The region identifies nobody, so previews show it; here a fault elsewhere makes a preview.
  private static String shifted(String personal) {
    return Profiles.with("region", "\"" + personal + "\"").replace("1990", "\"1990\"");
  }

  private static String phoneAsNumber() {
    return Profiles.with("credit_limit_minor", "447700000123").replace("1990", "\"1990\"");
  }
}
