package io.growthline.pipelines.ingest;

import java.util.List;

/** Numbers that are none, or too much of one. */
final class BadNumbers {
  private BadNumbers() {}

  static List<BadInput> kinds() {
    return List.of(
        limit("number 1e999", "1e999"),
        limit("number -1e999", "-1e999"),
        limit("number 1e-999", "1e-999"),
        limit("number with an exponent of ten digits", "1e9999999999"),
        limit("number NaN", "NaN"),
        limit("number Infinity", "Infinity"),
        limit("number -Infinity", "-Infinity"),
        limit("number -0", "-0"),
        limit("number -0.0", "-0.0"),
        limit("number 2^63", "9223372036854775808"),
        limit("number 2^63-1", "9223372036854775807"),
        limit("number -2^63-1", "-9223372036854775809"),
        limit("number 2^64", "18446744073709551616"),
        limit("number of 19 digits with decimals", "1234567890123456789.5"),
        limit("number of 17 significant decimals", "0.30000000000000004"),
        limit("number that is whole with a point", "150000.0"),
        limit("number that is whole with an exponent", "15e4"),
        limit("number of 999 digits", "9".repeat(999)),
        limit("number of 5000 digits", "9".repeat(5_000)),
        limit("number of 5000 decimals", "0." + "3".repeat(5_000)),
        limit("number in hexadecimal", "0x10"),
        limit("number in octal", "0150000"),
        limit("number with a plus sign", "+150000"),
        limit("number with two minus signs", "--5"),
        limit("number that is a minus alone", "-"),
        limit("number with a point at the end", "5."),
        limit("number with a point at the front", ".5"),
        limit("number with an empty exponent", "1e"),
        limit("number with underscores", "150_000"),
        limit("number with thousands commas", "150,000"),
        limit("number with a unit", "150000GBP"),
        limit("number with full-width digits", "\uff11\uff12\uff13"),
        limit("number with arabic digits", "\u0661\u0662\u0663"),
        limit("number with a type suffix", "150000L"),
        limit("number below its minimum", "-1"),
        limit("number as text", "\"150000\""),
        limit("number as empty text", "\"\""),
        limit("number as text NaN", "\"NaN\""),
        limit("number as bool", "true"),
        limit("number as array", "[150000]"),
        limit("number as object", "{\"amount\":150000}"),
        limit("number as extended object", "{\"$numberLong\":\"150000\"}"),
        limit("number that is a card", Profiles.CARD),
        limit("number absent after the colon", ""),
        year("year of birth 0", "0"),
        year("year of birth 10000", "10000"),
        year("year of birth with two digits", "90"),
        year("year of birth with a half", "1990.5"),
        version("schema version 0", "0"),
        version("schema version 2", "2"),
        version("schema version -1", "-1"),
        version("schema version 2^40", "1099511627776"),
        version("schema version as text", "\"1\""),
        version("schema version 1.0", "1.0"),
        flag("bool as 1", "1"),
        flag("bool as text", "\"true\""),
        flag("bool as yes", "\"yes\""),
        flag("bool in Python", "True"),
        flag("bool in capitals", "TRUE"),
        flag("bool cut off", "tru"));
  }

  private static BadInput limit(String kind, String json) {
    return Profiles.value(kind, "credit_limit_minor", json);
  }

  private static BadInput year(String kind, String json) {
    return Profiles.value(kind, "birth_year", json);
  }

  private static BadInput version(String kind, String json) {
    return Profiles.value(kind, "schema_version", json);
  }

  private static BadInput flag(String kind, String json) {
    return Profiles.value(kind, "push_opt_in", json);
  }
}
