package io.growthline.domain.customer;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CustomerGroupsTest {
  /** Groups are stored with what was built: another group for an id would mix up what is kept. */
  @Test
  void theGroupOfAnIdNeverChanges() {
    assertThat(CustomerGroups.of("c1"), is(33));
    assertThat(CustomerGroups.of("c2"), is(42));
    assertThat(CustomerGroups.of("C000000"), is(50));
  }

  @Test
  void whatHasNoCustomerIsInTheFirstGroup() {
    assertThat(CustomerGroups.of(null), is(0));
  }

  @Property
  void everyIdHasAGroup(@ForAll String customerId) {
    assertThat(CustomerGroups.of(customerId), is(in(CustomerGroups.all())));
  }

  @Test
  void idsThatCountUpSpreadEvenly() {
    int[] customers = new int[64];
    for (int i = 0; i < 6_400; i++) {
      customers[CustomerGroups.of("C%06d".formatted(i))]++;
    }

    for (int inGroup : customers) {
      assertThat(inGroup, is(both(greaterThan(60)).and(lessThan(140))));
    }
  }

  @Test
  void anIdAndItsBytesAreOfOneGroup() {
    for (String id : new String[] {"c1", "", "né", "客户"}) {
      byte[] utf8 = ("<" + id + ">").getBytes(StandardCharsets.UTF_8);
      assertThat(CustomerGroups.of(utf8, 1, utf8.length - 2), is(CustomerGroups.of(id)));
    }
  }

  @Test
  void thereAre64Groups() {
    assertThat(CustomerGroups.all().size(), is(64));
  }
}
