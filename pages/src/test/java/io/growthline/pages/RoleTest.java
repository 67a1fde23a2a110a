package io.growthline.pages;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RoleTest {
  @Test
  void onlySupportSeesNames() {
    assertThat(Role.of("analyst").seesIdentity(), is(false));
    assertThat(Role.of("support").seesIdentity(), is(true));
  }

  @Test
  void anUnknownRoleNamesThoseThereAre() {
    assertThat(
        assertThrows(IllegalArgumentException.class, () -> Role.of("Support")).getMessage(),
        is("There is no role 'Support'. Give one of: analyst, support"));
  }
}
