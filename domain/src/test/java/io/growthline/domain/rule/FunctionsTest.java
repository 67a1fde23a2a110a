package io.growthline.domain.rule;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {
  private final Rules rules = Rules.over("rules.yaml", Map.of()).withRow("row");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "minor('29.33') | 2933",
        "minor(29.33) | 2933",
        "minor(5) | 500",
        "minor('-0.10') | -10",
        "minor('1200', 'JPY') | 1200",
        "minor('1.234', 'BHD') | 1234",
        "minor(decimal('1.234,56 €', ','), 'EUR') | 123456",
        "minor(decimal('5.00 EUR', '.'), 'EUR') | 500",
        "minor(decimal('€ 5.00', '.'), 'EUR') | 500",
        "minor(decimal('¥1,000', '.'), 'JPY') | 1000",
        "minor(decimal('KWD 1.234', '.'), 'KWD') | 1234",
        "minor('x' == 'y' ? '' : decimal('5 kr', ','), 'SEK') | 500",
        "decimal('$1,234.56', '.', 'USD') | 1234.56",
        "decimal('A$5', '.', 'AUD') | 5",
        "decimal('eur 1’234.50', '.', 'EUR') | 1234.50",
        "decimal('-£7', '.', 'GBP') | -7",
        "decimal('£ -7', '.', 'GBP') | -7",
        "decimal('−7', '.') | -7",
        "decimal('+7', '.') | 7",
        "accounting('12,50-', ',', 'DR') | -12.50",
        "accounting('(1 234,00)', ',', 'DR') | -1234.00",
        "accounting('12.50 CR', '.', 'DR') | 12.50",
        "accounting('12.50Dr', '.', 'DR') | -12.50",
        "accounting('12.50 CR', '.', 'CR') | -12.50",
        "accounting('-12.50', '.', 'CR') | -12.50",
        "accounting('12.50', '.', 'CR') | 12.50",
        "accounting('DR £12.50', '.', 'DR', 'GBP') | -12.50",
        "minor(accounting('(€12,50)', ',', 'DR'), 'EUR') | -1250",
        "minor(accounting('12,50 €-', ',', 'DR'), 'EUR') | -1250",
        "int(2.0) | 2",
        "double(' 1.5e3 ') | 1500.0",
        "decimal('1234567', '.') | 1234567",
        "get({'a': {'b': 1}}, 'a.b') | 1",
        "get({'a': 1}, 'a.b') | null",
        "coalesce(null, 'x') | x",
        "nullIfBlank(' ') | null",
        "parseBool(' Yes ') | true",
        "parseBool(0) | false",
        "parseBool('nein', 'ja', 'nein') | false",
        "parseDate('31.01.2026 14:30', 'dd.MM.yyyy HH:mm') | 2026-01-31",
        "parseDate('2026-01-31T23:30:00+02:00', 'iso') | 2026-01-31",
        "parseTimestamp('3 Feb 2026', 'd MMM yyyy') | 2026-02-03T00:00:00Z",
        "parseTimestamp('2026-07-01 12:00', 'yyyy-MM-dd HH:mm', 'Europe/London') |"
            + " 2026-07-01T11:00:00Z",
        "parseTimestamp('2026-07-01T12:00:00.5+01:00', 'iso') | 2026-07-01T11:00:00.500Z",
        "parseTimestamp('2026-10-25 01:30', 'yyyy-MM-dd HH:mm', 'Europe/London') |"
            + " 2026-10-25T00:30:00Z",
        "parseTimestamp('2026-01-31 12:00:00 UTC', 'iso') | 2026-01-31T12:00:00Z",
        "parseTimestamp('2026-01-31 12:00:00.123456 UTC', 'iso', 'Europe/Berlin') |"
            + " 2026-01-31T12:00:00.123456Z",
        "parseTimestamp('2026-01-31 12:00:00 +01:00', 'iso') | 2026-01-31T11:00:00Z",
        "parseTimestamp('01/02/2024 03:30 PM', 'dd/MM/yyyy hh:mm a') | 2024-02-01T15:30:00Z",
        "parseTimestamp('01/02/2024 15', 'dd/MM/yyyy HH') | 2024-02-01T15:00:00Z",
        "parseTimestamp('01/02/2024', 'dd/MM/yyyy[ HH:mm]') | 2024-02-01T00:00:00Z",
        "parseTimestamp('2024-02-01', '[dd/MM/yyyy][yyyy-MM-dd]') | 2024-02-01T00:00:00Z",
        "parseTimestamp('2024-02-01+02:00', 'yyyy-MM-ddXXX') | 2024-01-31T22:00:00Z",
        "parseTimestamp('2024-02-01 12:00 Europe/Paris', 'yyyy-MM-dd HH:mm VV') |"
            + " 2024-02-01T11:00:00Z",
        "parseTimestamp('Thu, 1 Feb 2024 12:00', 'EEE, d MMM yyyy HH:mm') | 2024-02-01T12:00:00Z",
        "parseTimestamp('2024-032', 'yyyy-DDD') | 2024-02-01T00:00:00Z",
        "parseDate('01/02/2024 03:30', 'dd/MM/yyyy hh:mm') | 2024-02-01",
        "parseDate('2021-W01-1', \"YYYY-'W'ww-e\") | 2021-01-04",
        "startOfDay('2026-07-01', 'Europe/London') | 2026-06-30T23:00:00Z",
        "timestamp(1700000000) | 2023-11-14T22:13:20Z",
        "addMonths('2026-01-31', 1) | 2026-02-28",
        "addMonths('2026-01-31', -1) | 2025-12-31",
        "addDays('2026-02-28', 1) | 2026-03-01",
        "range(3) | [0, 1, 2]",
        "int(math.round(2.6)) | 3",
        "'a-b'.split('-')[1] | b",
        "['x', 'y'].exists(v, v == 'y') | true"
      })
  void functionsGive(String expression, String value) {
    assertThat(String.valueOf(evaluate(expression)), is(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "minor('0.005') | an amount with fractions of a minor unit",
        "minor('12,50') | not a decimal number",
        "minor('1', 'XYZW') | not an ISO 4217 currency code",
        "decimal('1.23', ',') | not a number with the decimal mark ,",
        "decimal('1,23,456.00', '.') | not a number with the decimal mark .",
        "decimal('12 apples 3', '.') | not a number",
        "decimal('', '.') | not a number",
        "decimal('5.', '.') | not a number",
        "decimal('0,250', '.') | not a number with the decimal mark .",
        "decimal('--5', '.') | not a number",
        "decimal('5 €', '.') | not a number with the decimal mark . in: decimal",
        "decimal('12,50-', ',') | not a number",
        "decimal('(5)', '.') | not a number",
        "decimal('5', '.', 'EURO') | not an ISO 4217 currency code",
        "minor(decimal('5k', '.'), 'EUR') | not a number with the decimal mark ., beside which only"
            + " EUR may stand in: minor(decimal('5k', '.'), 'EUR')",
        "minor(decimal('1.5M', '.'), 'EUR') | not a number",
        "minor(decimal('12.50 CR', '.'), 'EUR') | not a number",
        "minor(decimal('12.50 DR', '.'), 'EUR') | not a number",
        "minor(decimal('£5.00', '.'), 'EUR') | not a number",
        "minor(decimal('JPY 1000', '.'), 'EUR') | not a number",
        "minor(decimal('l2.50', '.'), 'EUR') | not a number",
        "minor(decimal('EURO 5', '.'), 'EUR') | not a number",
        "accounting('-5 DR', '.', 'DR') | not a number",
        "accounting('(5) DR', '.', 'DR') | not a number",
        "accounting('5 CR DR', '.', 'DR') | not a number",
        "accounting('(-5)', '.', 'DR') | not a number",
        "accounting('(5', '.', 'DR') | a parenthesis without the other",
        "accounting('5)', '.', 'DR') | a parenthesis without the other",
        "accounting('5k', '.', 'DR') | not a number",
        "accounting('5', '.', 'XR') | the side that is negative must be 'CR' or 'DR'",
        "minor(1234567890123456.78) | a number of more than 15 digits",
        "int(2.7) | not a whole number; math.round(x) makes one",
        "int(1e300) | a number that does not fit",
        "double('5d') | not a number",
        "double('0x1p3') | not a number",
        "double('NaN') | not a number",
        "decimal('1', ';') | the decimal mark must be",
        "parseBool('maybe') | neither yes nor no",
        "parseBool('', 'ja', 'nein') | neither ja nor nein",
        "parseDate('31/02/2026', 'dd/MM/yyyy') | not a date or time of the format dd/MM/yyyy",
        "parseDate('2026-01', 'yyyy-MM') | the format names no day in: parseDate",
        "parseTimestamp('12:30', 'HH:mm') | the format names no day",
        "parseTimestamp('03:30 01/02/2024', 'hh:mm dd/MM/yyyy') | the format names a part of a time",
        "parseTimestamp('01/02/2024 03:30', 'dd/MM/yyyy' + ' hh:mm') | the format names a part of",
        "parseTimestamp('01/02/2024 03:30', 'dd/MM/yyyy[ hh:mm]') | the format names a part of",
        "parseTimestamp('01/02/2024 15:30', 'dd/MM/yyyy mm:ss') | the format names a part of a time",
        "parseTimestamp('01/02/2024 15:30:00', 'dd/MM/yyyy HH:mm:SS') | the format names a part",
        "parseTimestamp('01/02/2024 15:30', 'dd/MM/yyyy HH:MM') | the format names the field MM twice; MM is"
            + " the month, mm minutes",
        "parseTimestamp('2024-02-01', 'YYYY-MM-dd') | the format names no day; YYYY is the year of a"
            + " week",
        "parseTimestamp('2024-02-01', 'yyyy-mm-dd') | the format names no day; mm is minutes",
        "parseTimestamp('2024-02-01', 'yyyy-MM-DD') | the format names the month twice; DD is the day",
        "parseTimestamp('02-01', 'MM-dd') | the format names no day",
        "parseTimestamp('2024-02-01 03', 'yyyy-MM-dd KK') | the format names a part of a time",
        "parseTimestamp('2024-02-01 PM', 'yyyy-MM-dd a') | the format names a part of a time",
        "parseTimestamp('2024-02-01T15:30Z', \"yyyy-MM-dd'T'HH:mm'Z'\", 'Europe/Berlin') | 'Z' in"
            + " quotes is any letter, but means UTC",
        "parseTimestamp('2026-03-29 01:30 Europe/London', 'yyyy-MM-dd HH:mm VV') | a time that clocks"
            + " skipped in Europe/London",
        "parseTimestamp('2024-02-01', 'yyyy-MM-dd', 'Mars') | not a time zone",
        "parseDate('x', 'qq{') | not a pattern of dates and times",
        "parseTimestamp('2026-03-29 01:30', 'yyyy-MM-dd HH:mm', 'Europe/London') |"
            + " a time that clocks skipped in Europe/London",
        "startOfDay('2026-07-01', 'Mars') | not a time zone like Europe/London",
        "addDays('1 July', 1) | not a date like 2026-01-31",
        "addDays('2026-01-01', 9000000000000000) | a date outside the years 1 to 9999",
        "range(-1) | a range has 0 to 10000 numbers",
        "row.secret | the field secret is absent"
      })
  void whatAFunctionCannotMakeIsAnErrorThatQuotesNoValue(String expression, String problem) {
    RuleException e = assertThrows(RuleException.class, () -> evaluate(expression));

    assertThat(e.problem(), startsWith(problem));
  }

  @Property
  void anAmountSurvivesItsWayThroughTextOfEitherMark(@ForAll int minor) {
    String point = BigDecimal.valueOf(minor, 2).toPlainString();

    assertThat(Money.minor(Money.decimal(point, ".", null)), is((long) minor));
    assertThat(Money.minor(Money.decimal(point.replace('.', ','), ",", null)), is((long) minor));
    assertThat(
        Money.minor(
            Money.decimal(
                String.format(java.util.Locale.GERMANY, "%,.2f €", BigDecimal.valueOf(minor, 2)),
                ",",
                "EUR")),
        is((long) minor));
  }

  private Object evaluate(String expression) {
    return rules.compile("r", expression).evaluate(Map.of("row", Map.of("a", 1)));
  }
}
