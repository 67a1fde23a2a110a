package io.growthline.domain.scoring;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.feature.CustomerFeaturesLatest;
import io.growthline.domain.growth.FctActivation;
import io.growthline.domain.money.Money;
import io.growthline.domain.monitoring.GateRules;
import io.growthline.domain.monitoring.Measured;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ModelsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

  static List<ModelSpec<?, ?>> all() {
    return Models.ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyModelHasGatesOfItsOwn(ModelSpec<?, ?> model) {
    Map<String, Measured> measures = Map.of(model.name() + "_auc", Measured.counted(0.5, 1000));

    assertThat(GateRules.standard().judgeMeasured(DAY, measures).size(), is(1));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyFeatureHasWordsForReasons(ModelSpec<?, ?> model) {
    for (String feature : model.latest().names()) {
      assertThat(ReasonTexts.standard().words(), hasKey(feature));
    }
  }

  @Test
  void aReasonWritesAnAmountInTheReportingCurrency() {
    ReasonTexts texts = ReasonTexts.standard();

    assertThat(
        texts.text("spend_minor_30d", 123456.0, Money.of("EUR")),
        is("Spent €1,234.56 in the last 30 days"));
    assertThat(
        texts.text("plan_price_minor", 980.0, Money.of("JPY")),
        is("Pays JPY\u00a0980 a month for the plan"));
    assertThat(
        texts.text("plan_price_minor", 980.0, Money.UNKNOWN), is("Pays 9.80 a month for the plan"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theColumnsOfTheSpecificationAreColumnsOfItsTable(ModelSpec<?, ?> model) {
    TableSpec<?> history = model.history().table();
    assertThat(history.columns().get(history.indexOf(model.day())), notNullValue());
    assertThat(history.columns().get(history.indexOf(model.label())), notNullValue());
    assertThat("an input", model.history().names(), not(hasItem(model.label())));
  }

  @Test
  void aModelThatScoresOtherInputsThanItLearnsFromIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new ModelSpec<>(
                    "toy",
                    "of nothing",
                    new Features<>(CustomerFeaturesLatest.class, List.of("tenure_days")),
                    "as_of",
                    "tenure_days",
                    30,
                    new Features<>(FctActivation.class, List.of("kyc_hours")),
                    Candidates.all()));
    assertThat(error.getMessage(), containsString("[tenure_days]"));
  }

  @Test
  void anInputThatTheTableDeclaresFromTheOutcomeOnIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new ModelSpec<>(
                    "toy",
                    "of nothing",
                    new Features<>(FctActivation.class, List.of("hours_to_activation")),
                    "opened_on",
                    "activated_d7",
                    8,
                    new Features<>(FctActivation.class, List.of("hours_to_activation")),
                    Candidates.all()));
    assertThat(
        error.getMessage(),
        containsString("hours_to_activation, which table marts.fct_activation"));
  }

  @ParameterizedTest
  @CsvSource({"2026-06-28, true", "2026-06-29, false", "2026-06-02, true", "2026-06-01, false"})
  void accountsAreScoredFromDayThreeToDayTwentyNine(LocalDate openedOn, boolean scored) {
    Candidates candidates = Candidates.aged("opened_on", 3, 30);
    TableSpec<FctActivation> table = TableSpec.of(FctActivation.class);
    FctActivation account = account(openedOn);

    assertThat(candidates.test(table, account, DAY), is(scored));
    assertThat(candidates.sql(), is("opened_on > @first AND opened_on <= @last"));
    Map<String, Object> window = candidates.parameters(DAY);
    assertThat(
        openedOn.isAfter((LocalDate) window.get("first"))
            && !openedOn.isAfter((LocalDate) window.get("last")),
        is(scored));
  }

  private static FctActivation account(LocalDate openedOn) {
    return new FctActivation(
        "c", openedOn, null, null, null, null, null, null, null, null, 12.0, true, 0, 0, 0, 0, 0,
        true, null, null, false);
  }
}
