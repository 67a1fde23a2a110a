package io.growthline.domain.customer;

import io.growthline.domain.event.RawEvent;
import io.growthline.domain.event.Transaction;
import io.growthline.domain.mart.Counts;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.TotalMart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The listed merchant categories, and those that transactions name beside them. Only the latter are
 * counted by name: totals stay as small as what the list lacks.
 */
public final class CategoryDimension
    implements TotalMart<Counts<CategoryDimension.Seen>, DimMerchantCategory> {
  private static final MerchantCategories CATEGORIES = MerchantCategories.standard();
  private static final Seen LISTED = new Seen(null);

  /**
   * A category that transactions name.
   *
   * @param unlisted its name; null for any that is listed
   */
  public record Seen(String unlisted) {}

  @Override
  public Class<DimMerchantCategory> table() {
    return DimMerchantCategory.class;
  }

  @Override
  public Counts<Seen> empty() {
    return new Counts<>(Seen.class, 1);
  }

  @Override
  public void count(CustomerAsOf customer, Counts<Seen> into) {
    long listed = 0;
    for (Transaction transaction : customer.known().all(Transaction.class)) {
      if (CATEGORIES.isListed(transaction.merchantCategory())) {
        listed++;
      } else {
        count(transaction, into);
      }
    }
    if (listed > 0) {
      into.add(LISTED, 0, listed);
    }
  }

  @Override
  public void count(RawEvent withoutCustomer, ReportingCurrency currency, Counts<Seen> into) {
    if (withoutCustomer instanceof Transaction transaction) {
      count(transaction, into);
    }
  }

  @Override
  public List<DimMerchantCategory> rows(Counts<Seen> all, LocalDate asOf) {
    List<DimMerchantCategory> rows = new ArrayList<>();
    for (Seen seen : all.keys()) {
      if (seen.equals(LISTED)) {
        CATEGORIES.listed().forEach(listed -> rows.add(row(listed)));
      } else {
        rows.add(
            row(
                new MerchantCategories.Category(
                    seen.unlisted(), MerchantCategories.OTHER, MerchantCategories.OTHER)));
      }
    }
    return rows;
  }

  @Override
  public String emptyBecause() {
    return "no raw.transactions";
  }

  private static void count(Transaction transaction, Counts<Seen> into) {
    String category = transaction.merchantCategory();
    boolean listed = CATEGORIES.isListed(category);
    into.add(listed ? LISTED : new Seen(MerchantCategories.name(category)), 0, 1);
  }

  private static DimMerchantCategory row(MerchantCategories.Category category) {
    Boolean discretionary =
        category.type().equals(MerchantCategories.OTHER)
            ? null
            : (Boolean) !category.type().equals(MerchantCategories.NECESSITY);
    return new DimMerchantCategory(
        category.category(), category.group(), category.type(), discretionary);
  }
}
