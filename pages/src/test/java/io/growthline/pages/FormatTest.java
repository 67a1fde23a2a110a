package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {
  private static final Amounts POUNDS = new Amounts(Money.of("GBP"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PERCENT|0.1234|12.3%",
        "PERCENT|-0.05|−5.0%",
        "POINTS|-12.4|−12",
        "COUNT|12345|12,345",
        "COUNT|2.5|2.50",
        "COUNT|-3|−3",
        "DECIMAL_2|-1.404|−1.40",
        "DECIMAL_3|0.8124|0.812",
        "DECIMAL_4|0.081|0.0810",
      })
  void aNumberIsWrittenOneWay(Format format, double value, String text) {
    assertThat(format.text(value), is(text));
    assertThat(format.html(value), is(text));
    assertThat(format.numeric(), is(true));
  }

  @Test
  void daysMonthsAndTimesDoNotDependOnTheMachine() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Format.DAY.text(LocalDate.of(2026, 3, 1)), is("1 Mar 2026"));
      assertThat(Format.MONTH.text(LocalDate.of(2025, 12, 1)), is("Dec 2025"));
      assertThat(
          Format.TIME.text(Instant.parse("2026-05-01T10:07:59Z")), is("1 May 2026, 10:07 UTC"));
      assertThat(POUNDS.whole().text(1234500L), is("£12,345"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aMissingValueIsADash(Format format) {
    assertThat(format.text(null), is("–"));
    assertThat(format.html(Double.NaN), is("–"));
  }

  @Test
  void textFromOutsideIsEscapedInHtmlOnly() {
    for (Format format : new Format[] {Format.TEXT, Format.SENTENCE, Format.CODE, Format.STATUS}) {
      assertThat(format.html("<b>").contains("<b>"), is(false));
    }
    assertThat(Format.TEXT.text("<b>"), is("<b>"));
  }

  @Test
  void aLongNameBreaksBetweenItsWords() {
    assertThat(Format.CODE.html("raw.nps_<b>"), is("<code>raw.<wbr>nps_<wbr>&lt;b&gt;</code>"));
    assertThat(Format.CODE.text("raw.nps_score"), is("raw.nps_score"));
  }

  @Test
  void aStatusCannotBreakOutOfItsClass() {
    assertThat(
        Format.STATUS.html("x\" onload=\"y"),
        is("<span class=\"pill x-onload-y\">x&quot; onload=&quot;y</span>"));
  }

  @ParameterizedTest
  @CsvSource({
    "crm,CRM",
    "inactive_30_60,Inactive for 30 to 60 days",
    "inactive_90_plus,Inactive for more than 90 days",
    "monthly_revenue_minor,Monthly revenue"
  })
  void aNameIsWrittenInWords(String name, String title) {
    assertThat(Format.TITLE.text(name), is(title));
    assertThat(Names.words("ask_crm"), is("ask CRM"));
  }

  @Test
  void aPercentageInASentenceIsWrittenAsEverywhere() {
    assertThat(Format.SENTENCE.text("It is 13 % of the usual"), is("It is 13% of the usual"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100|110|customers|+10.0%",
        "100|90|minor|−10.0%",
        "100|100|customers|±0.0%",
        "0.10|0.12|share|+2.0 pt",
        "-5|5|points|+10.0 pt",
        "5|-5|points|−10.0 pt",
        "0|5|customers|''",
        "-100|100|minor|''",
      })
  void aChangeIsInPercentOrInPoints(double from, double to, String unit, String text) {
    assertThat(Change.text(from, to, unit), is(text));
  }

  @Test
  void theUnitOfAMetricDecidesItsFormat() {
    assertThat(new Unit("minor", Money.of("EUR")).text(1234500L), is("€12,345"));
    assertThat(new Unit("minor", Money.of("EUR")).brief().text(123456789L), is("€1.23M"));
    assertThat(Unit.of("share").notation(), is(Format.PERCENT));
    assertThat(Unit.of("points").notation(), is(Format.POINTS));
    assertThat(Unit.of("customers").notation(), is(Format.COUNT));
  }

  @Test
  void amountsAreNumbersAndAMissingOneIsADash() {
    for (Notation notation : List.of(POUNDS.whole(), POUNDS.exact(), POUNDS.brief())) {
      assertThat(notation.text(799L), is("£7.99"));
      assertThat(notation.html(799L), is("£7.99"));
      assertThat(notation.text(null), is("–"));
      assertThat(notation.html(Double.NaN), is("–"));
      assertThat(notation.numeric(), is(true));
    }
  }
}
