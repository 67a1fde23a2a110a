package io.growthline.transforms.mart;

import io.growthline.domain.contract.RowLayout;
import io.growthline.domain.customer.CustomerGroups;

/** The group of the customer whose encoded id is in a row. */
final class GroupOf {
  private GroupOf() {}

  static int customerAt(byte[] bytes, int position) {
    int length = RowLayout.length(bytes, position);
    return length < 0
        ? CustomerGroups.of(null)
        : CustomerGroups.of(bytes, RowLayout.textStart(bytes, position), length);
  }
}
