package io.growthline.domain.customer;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CustomerGroupsTest {
  /** Groups are stored with what was built: another group for an id would mix up what is kept. */
  @Test
  void theGroupOfAnIdNeverChanges() {
    assertThat(CustomerGroups.of("c1"), is(46));
    assertThat(CustomerGroups.of("c2"), is(47));
    assertThat(CustomerGroups.of("C000000"), is(3));
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
  void thereAre64Groups() {
    assertThat(CustomerGroups.all().size(), is(64));
  }
}
