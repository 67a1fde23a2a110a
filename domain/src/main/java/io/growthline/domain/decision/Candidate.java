package io.growthline.domain.decision;

import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.RowCursor;
import java.util.ArrayList;
import java.util.List;

/**
 * A customer who may be chosen at the prices of limits.
 *
 * @param options at least one
 */
record Candidate(
    String customerId, String segment, String valueBand, Arm arm, List<Option> options) {
  /**
   * An action for the customer.
   *
   * @param action index of the action
   * @param netMinor expected value, above 0
   * @param costMinor expected cost
   * @param reduced expected value less the prices of what it uses
   */
  record Option(int action, long netMinor, long costMinor, double reduced) {}

  void write(RowBuffer out) {
    out.putText(customerId);
    out.putText(segment);
    out.putText(valueBand);
    out.putByte(arm.ordinal());
    out.putVarint(options.size());
    for (Option option : options) {
      out.putVarint(option.action());
      out.putZigzag(option.netMinor());
      out.putZigzag(option.costMinor());
      out.putLong(Double.doubleToRawLongBits(option.reduced()));
    }
  }

  static Candidate read(RowCursor in) {
    String customerId = in.readText();
    String segment = in.readText();
    String valueBand = in.readText();
    Arm arm = Arm.values()[in.readByte()];
    int count = (int) in.readVarint();
    List<Option> options = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      options.add(
          new Option(
              (int) in.readVarint(),
              in.readZigzag(),
              in.readZigzag(),
              Double.longBitsToDouble(in.readLong())));
    }
    return new Candidate(customerId, segment, valueBand, arm, options);
  }
}
