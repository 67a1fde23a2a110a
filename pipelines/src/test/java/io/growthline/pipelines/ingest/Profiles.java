package io.growthline.pipelines.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.regex.Matcher;

/** Customer profiles as JSON; what identifies a person in them always holds {@link #CANARY}. */
final class Profiles {
  /** Stands in every name, address and number of a person, and nowhere else. */
  static final String CANARY = "000123";

  static final String NAME = "Customer 000123";
  static final String EMAIL = "c000123@example.invalid";
  static final String PHONE = "+44 7700 000123";
  static final String CARD = "4929000123412341";

  static final String BEFORE = profile("before");
  static final String AFTER = profile("after");

  private Profiles() {}

  static String profile(String id) {
    return """
        {"event_id":"%s","idempotency_key":"key-%s","customer_id":"c1",\
        "occurred_at":"2026-01-05T09:00:00Z","ingested_at":"2026-01-05T09:00:03Z",\
        "schema_version":1,"source":"app","full_name":"%s","email":"%s","birth_year":1990,\
        "region":"north","city":"leeds","income_segment":"middle","credit_limit_minor":150000,\
        "account_opened_on":"2026-01-05","push_opt_in":true,"vulnerable_customer":false,\
        "business_account":false}"""
        .formatted(id, id, NAME, EMAIL);
  }

  /** A profile in which the value of one column is this JSON, or whatever it is. */
  static String with(String column, String json) {
    return profile("bad")
        .replaceFirst(
            "\"" + column + "\":(\"[^\"]*\"|[^,}]*)",
            Matcher.quoteReplacement("\"" + column + "\":" + json));
  }

  /** A profile without a column. */
  static String without(String column) {
    return profile("bad").replaceFirst("\"" + column + "\":(\"[^\"]*\"|[^,}]*),", "");
  }

  /** A profile with more members in front. */
  static String plus(String members) {
    return "{" + members + "," + profile("bad").substring(1);
  }

  /** A record between two good ones. */
  static BadInput record(String kind, String json) {
    return record(kind, json.getBytes(UTF_8));
  }

  static BadInput record(String kind, byte[] json) {
    return new BadInput(kind, path(kind), 3, true, random -> framed(json));
  }

  /** A value of one column in a record between two good ones. */
  static BadInput value(String kind, String column, String json) {
    return record(kind, with(column, json));
  }

  static byte[] framed(byte[] bad) {
    return concat((BEFORE + "\n").getBytes(UTF_8), bad, ("\n" + AFTER + "\n").getBytes(UTF_8));
  }

  static String path(String kind) {
    return "customer_profiles/" + fileName(kind) + ".jsonl";
  }

  static String fileName(String kind) {
    return kind.replaceAll("[^A-Za-z0-9]+", "-") + Integer.toHexString(kind.hashCode());
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
