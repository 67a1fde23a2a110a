package io.growthline.pipelines.ingest;

import java.util.List;

/** Times and days that never were, or that nobody can place. */
final class BadTimes {
  private BadTimes() {}

  static List<BadInput> kinds() {
    return List.of(
        time("time without a zone", "2026-01-05T09:00:00"),
        time("time with a zone name", "2026-01-05T09:00:00 Europe/London"),
        time("time with a zone in brackets", "2026-01-05T09:00:00Z[Europe/London]"),
        time("time with a zone abbreviation", "2026-01-05T09:00:00 GMT"),
        time("time with an offset of 25 hours", "2026-01-05T09:00:00+25:00"),
        time("time with an offset of 18 hours", "2026-01-05T09:00:00+18:00"),
        time("time with an offset of minus 0", "2026-01-05T09:00:00-00:00"),
        time("time with an offset without colon", "2026-01-05T09:00:00+0100"),
        time("time with an offset of seconds", "2026-01-05T09:00:00+01:00:01"),
        time("time in a leap second", "2016-12-31T23:59:60Z"),
        time("time in a leap second with an offset", "2017-01-01T00:59:60+01:00"),
        time("time at 24 o'clock", "2026-01-05T24:00:00Z"),
        time("time at 25 o'clock", "2026-01-05T25:00:00Z"),
        time("time with minute 60", "2026-01-05T09:60:00Z"),
        time("time with minute -1", "2026-01-05T09:-1:00Z"),
        time("time on a leap day", "2024-02-29T09:00:00Z"),
        time("time on a leap day that was none", "2025-02-29T09:00:00Z"),
        time("time on the leap day of 1900", "1900-02-29T09:00:00Z"),
        time("time on February 30", "2024-02-30T09:00:00Z"),
        time("time in month 13", "2026-13-05T09:00:00Z"),
        time("time on day 0", "2026-01-00T09:00:00Z"),
        time("time in year 0", "0000-01-05T09:00:00Z"),
        time("time in year 0 by its offset", "0001-01-01T00:00:00+01:00"),
        time("time in year 1", "0001-01-05T09:00:00Z"),
        time("time in year 9999", "9999-12-31T23:59:59Z"),
        time("time in year 10000", "10000-01-01T00:00:00Z"),
        time("time in year 10000 with a sign", "+10000-01-01T00:00:00Z"),
        time("time in year 999999999", "+999999999-12-31T23:59:59.999999999Z"),
        time("time in year -1", "-0001-01-05T09:00:00Z"),
        time("time in a year of two digits", "26-01-05T09:00:00Z"),
        time("time in a clock change that skips it", "2026-03-29T01:30:00"),
        time("time in a clock change with an offset", "2026-03-29T01:30:00+01:00"),
        time("time that a clock change repeats", "2025-10-26T01:30:00"),
        time("time before 1970", "1969-12-31T23:59:59Z"),
        time("time with nanoseconds", "2026-01-05T09:00:00.123456789Z"),
        time("time with ten decimals", "2026-01-05T09:00:00.1234567891Z"),
        time("time with a decimal comma", "2026-01-05T09:00:00,5Z"),
        time("time without seconds", "2026-01-05T09:00Z"),
        time("time in lower case", "2026-01-05t09:00:00z"),
        time("time with a space for T", "2026-01-05 09:00:00Z"),
        time("time with spaces around", " 2026-01-05T09:00:00Z "),
        time("time with full-width digits", "\uff12\uff10\uff12\uff16-01-05T09:00:00Z"),
        time("time that is a day", "2026-01-05"),
        time("time of day alone", "09:00:00Z"),
        time("time as week date", "2026-W02-1T09:00:00Z"),
        time("time as day of the year", "2026-005T09:00:00Z"),
        time("time in the compact form", "20260105T090000Z"),
        time("time with slashes", "05/01/2026 09:00:00"),
        time("time as mail header", "Mon, 05 Jan 2026 09:00:00 GMT"),
        time("time as text of seconds", "1767603600"),
        time("time that is empty", ""),
        time("time that is a name", Profiles.NAME),
        Profiles.record(
            "event in year 9999 that was known then",
            Profiles.profile("bad").replace("2026-01-05T", "9999-12-31T")),
        Profiles.record(
            "event in year 1 that was known then",
            Profiles.profile("bad").replace("2026-01-05T", "0001-01-01T")),
        Profiles.value("time as seconds", "occurred_at", "1767603600"),
        Profiles.value("time as milliseconds", "occurred_at", "1767603600000"),
        Profiles.value("time as array", "occurred_at", "[2026,1,5,9,0,0]"),
        Profiles.value("time as object", "occurred_at", "{\"$date\":\"2026-01-05T09:00:00Z\"}"),
        time("event a day and a second ahead", "2026-01-06T09:00:04Z"),
        Profiles.value("event known before it was", "ingested_at", "\"2025-01-05T09:00:00Z\""),
        day("day on February 30", "\"2024-02-30\""),
        day("day on a leap day that was none", "\"2025-02-29\""),
        day("day that is a time", "\"2026-01-05T00:00:00Z\""),
        day("day in year 0", "\"0000-01-05\""),
        day("day in year 10000", "\"+10000-01-01\""),
        day("day in year -1", "\"-0001-01-01\""),
        day("day in the other order", "\"05-01-2026\""),
        day("day as number", "20260105"),
        day("day as days since 1970", "20458"));
  }

  private static BadInput time(String kind, String text) {
    return Profiles.value(kind, "occurred_at", "\"" + text + "\"");
  }

  private static BadInput day(String kind, String json) {
    return Profiles.value(kind, "account_opened_on", json);
  }
}
