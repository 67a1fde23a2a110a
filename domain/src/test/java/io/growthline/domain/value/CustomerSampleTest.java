package io.growthline.domain.value;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import io.growthline.domain.contract.Rows;
import io.growthline.domain.customer.PurchaseHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomerSampleTest {
  private static final List<PurchaseHistory> MANY =
      Stream.iterate(0, i -> i + 1).limit(5_000).map(CustomerSampleTest::customer).toList();

  @Test
  void allCustomersAreInItWhileTheyAreFew() {
    assertThat(sample(MANY.subList(0, CustomerSample.MOST)).customers().size(), is(2_048));
    assertThat(sample(MANY).customers().size(), is(2_048));
  }

  @Test
  void ordersGroupsAndBytesMakeNoDifference() {
    List<PurchaseHistory> shuffled = new ArrayList<>(MANY);
    Collections.shuffle(shuffled, new Random(3));
    CustomerSample parts = sample(shuffled.subList(0, 1_000));
    parts.addAll(sample(shuffled.subList(1_000, 3_500)));
    RowBuffer bytes = new RowBuffer(1 << 12);
    sample(shuffled.subList(3_500, 5_000)).write(bytes);
    parts.add(new RowCursor().at(bytes.toBytes(), 0));

    assertThat(parts, is(sample(MANY)));
  }

  @Test
  void sharesOfTheSampleAreThoseOfAllWithinThreeStandardErrors() {
    long tenth = sample(MANY).customers().stream().filter(c -> c.repeatDays() % 10 == 0).count();

    assertThat(Math.abs(tenth / 2_048.0 - 0.1) < 3 * Math.sqrt(0.09 / 2_048), is(true));
  }

  private static CustomerSample sample(List<PurchaseHistory> customers) {
    CustomerSample sample = new CustomerSample();
    customers.forEach(sample::add);
    return sample;
  }

  private static PurchaseHistory customer(int number) {
    return Rows.of(PurchaseHistory.class, "customer_id", "c" + number, "repeat_days", number);
  }
}
