package io.growthline.domain.customer;

import static io.growthline.domain.customer.Events.event;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.simulate.Simulated;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CategoryDimensionTest {
  private static final CategoryDimension MART = new CategoryDimension();
  private static final LocalDate AS_OF = LocalDate.parse("2026-06-01");

  @Test
  void whereAListedCategoryOccursAllThatAreListedHaveARow() {
    assertThat(
        rows(category("groceries")),
        hasItems(
            new DimMerchantCategory("groceries", "food", "necessity", false),
            new DimMerchantCategory("travel", "travel", "travel", true),
            new DimMerchantCategory("eating_out", "food", "discretionary", true),
            new DimMerchantCategory("cash", "cash", "other", null)));
  }

  @Test
  void categoriesThatAreNotListedAreOthers() {
    assertThat(
        rows(category("pets"), category(null), category("pets")),
        contains(
            new DimMerchantCategory("pets", "other", "other", null),
            new DimMerchantCategory("uncategorised", "other", "other", null)));
  }

  @Test
  void categoriesOfTransactionsWithoutCustomerHaveRowsToo() {
    Counts<CategoryDimension.Seen> seen = MART.empty();
    MART.count(Events.withoutCustomer(category("pets")), ReportingCurrency.AS_WRITTEN, seen);

    assertThat(
        MART.rows(seen, AS_OF), hasItem(new DimMerchantCategory("pets", "other", "other", null)));
  }

  @Test
  void withoutTransactionsThereAreNoCategories() {
    assertThat(rows(), is(empty()));
  }

  @Test
  void everyCategoryOfTheSyntheticBankIsListed() {
    MerchantCategories categories = MerchantCategories.standard();
    Set<String> used =
        Simulated.customers(20, 7).of(Transaction.class).stream()
            .map(Transaction::merchantCategory)
            .collect(Collectors.toSet());

    used.forEach(category -> assertThat(category, categories.isListed(category), is(true)));
  }

  @Test
  void aListWithAnUnknownTypeOrADoubleNameIsRefused() {
    assertRefused("- {category: pets, group: home, type: fun}", "the type of pets is fun");
    assertRefused(
        """
        - {category: pets, group: home, type: other}
        - {category: pets, group: home, type: other}
        """,
        "pets is listed twice");
    assertRefused("- {category: pets, kind: home}", "is not a list of categories");
  }

  private static void assertRefused(String yaml, String why) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> MerchantCategories.parse("file.yaml", yaml));
    assertThat(e.getMessage(), containsString(why));
    assertThat(e.getMessage(), containsString("file.yaml"));
  }

  private static Transaction category(String category) {
    return event(
        Transaction.class,
        "2026-05-01T10:00:00Z",
        "merchant_category",
        category,
        "status",
        "declined");
  }

  private static List<DimMerchantCategory> rows(Transaction... transactions) {
    Counts<CategoryDimension.Seen> seen = MART.empty();
    Stream.of(transactions)
        .forEach(t -> MART.count(CustomerAsOf.of("c1", List.of(t), AS_OF), seen));
    return MART.rows(seen, AS_OF);
  }
}
