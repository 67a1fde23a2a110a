package io.growthline.domain.inclusion;

import io.growthline.domain.customer.DimCustomer;
import io.growthline.domain.event.TransferCheck;
import io.growthline.domain.inclusion.TransferSign.Seen;
import io.growthline.domain.mart.CustomerAsOf;
import io.growthline.domain.mart.CustomerMart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The checked transfers of a customer with what would be done. */
public final class ProtectionEvents implements CustomerMart<FctProtectionEvent> {
  private static final ProtectionRules RULES = ProtectionRules.standard();

  @Override
  public Class<FctProtectionEvent> table() {
    return FctProtectionEvent.class;
  }

  @Override
  public List<FctProtectionEvent> rows(CustomerAsOf customer) {
    Map<String, TransferCheck> last = new LinkedHashMap<>();
    for (TransferCheck check : customer.known().all(TransferCheck.class)) {
      last.put(check.transferId(), check);
    }
    return last.values().stream().map(check -> row(customer, check)).toList();
  }

  @Override
  public String emptyBecause() {
    return "no raw.transfer_checks";
  }

  private static FctProtectionEvent row(CustomerAsOf customer, TransferCheck check) {
    long amount =
        customer
            .known()
            .reportingMinor(check.amountMinor(), check.currency(), check.occurredAt())
            .orElse(0);
    boolean vulnerable =
        customer
            .versions()
            .at(check.occurredAt())
            .map(DimCustomer::vulnerableCustomer)
            .orElse(false);
    Seen seen = new Seen(check, amount >= RULES.largeAmountMinor(), vulnerable);
    BigDecimal score = RULES.score(seen);
    String reasons =
        Arrays.stream(TransferSign.values())
            .filter(sign -> sign.isIn(seen))
            .map(TransferSign::text)
            .collect(Collectors.joining(", "));
    return new FctProtectionEvent(
        check.transferId(),
        check.customerId(),
        check.occurredAt(),
        LocalDate.ofInstant(check.occurredAt(), ZoneOffset.UTC),
        check.amountMinor(),
        check.currency(),
        vulnerable,
        score.doubleValue(),
        RULES.intervention(score).text(),
        reasons.isEmpty() ? null : reasons);
  }
}
