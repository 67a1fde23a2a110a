package io.growthline.domain.catalogue;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.mart.CustomerMart;
import io.growthline.domain.mart.Mart;
import io.growthline.domain.mart.PopulationMart;
import io.growthline.domain.pricing.PriceElasticity;
import io.growthline.domain.pricing.PricingScenario;
import io.growthline.domain.release.ReleaseDecision;
import io.growthline.domain.release.ReleaseDecisionGate;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MartsTest {
  /** Tables of the dataset that the stages price and monitor fill. */
  private static final List<TableSpec<?>> OF_OTHER_STAGES =
      List.of(
          TableSpec.of(PriceElasticity.class),
          TableSpec.of(PricingScenario.class),
          TableSpec.of(ReleaseDecision.class),
          TableSpec.of(ReleaseDecisionGate.class));

  @Test
  void everyContractOfTheDatasetThatThisStageFillsHasExactlyOneMart() {
    List<String> tables = new ArrayList<>();
    for (TableSpec<?> table : Contracts.all()) {
      if (table.dataset().equals("marts") && !OF_OTHER_STAGES.contains(table)) {
        tables.add(table.id());
      }
    }

    assertThat(
        Marts.all().stream().map(mart -> TableSpec.of(mart.table()).id()).toList(),
        containsInAnyOrder(tables.toArray()));
  }

  @Test
  void everyMartSaysWhyItIsEmpty() {
    for (Mart<?> mart : Marts.all()) {
      assertThat(mart.emptyBecause(), startsWith("no"));
      assertThat(mart.emptyBecause().endsWith("."), is(false));
    }
  }

  @Test
  void rowsOfCustomersNameTheCustomer() {
    for (CustomerMart<?> mart : Marts.CUSTOMERS) {
      assertThat(columns(mart), hasItem("customer_id"));
    }
  }

  @Test
  void theInputOfAPopulationIsACustomerMartOfOneRowACustomer() {
    for (PopulationMart<?, ?, ?, ?> mart : Marts.POPULATION) {
      TableSpec<?> input = TableSpec.of(mart.input().table());

      assertThat(input.key(), is(List.of("customer_id")));
      assertThat(
          Marts.CUSTOMERS.stream().anyMatch(m -> m.getClass() == mart.input().getClass()),
          is(true));
    }
  }

  @Test
  void noMartKeepsStateThatAnotherThreadCouldChange() {
    for (Mart<?> mart : Marts.all()) {
      for (Field field : mart.getClass().getDeclaredFields()) {
        assertThat(field + " is final", Modifier.isFinal(field.getModifiers()), is(true));
      }
    }
  }

  private static List<String> columns(Mart<?> mart) {
    return TableSpec.of(mart.table()).columns().stream().map(ColumnSpec::name).toList();
  }
}
