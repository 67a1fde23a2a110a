package io.growthline.transforms.decision;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.decision.ActionLog;
import io.growthline.domain.decision.OutcomeTotals;
import io.growthline.domain.decision.Participation;
import io.growthline.domain.event.CampaignContact;
import io.growthline.transforms.block.RunBlocks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans and months of the customers of one bucket, from its blocks in any order. */
final class FollowedInputs {
  static final TableSpec<MonthLabel> LABELS = TableSpec.of(MonthLabel.class);
  private static final TableSpec<ActionLog> LOG = TableSpec.of(ActionLog.class);
  private static final TableSpec<CampaignContact> CONTACTS = TableSpec.of(CampaignContact.class);

  /** Of one customer. */
  private static final class Followed {
    private final List<ActionLog> log = new ArrayList<>();
    private final List<CampaignContact> contacts = new ArrayList<>();
    private final Map<LocalDate, Boolean> churned = new HashMap<>();
  }

  private final Map<String, Followed> customers = new HashMap<>();

  FollowedInputs(Iterable<byte[]> blocks) {
    for (byte[] block : blocks) {
      String table = RunBlocks.table(block);
      if (table.equals(LABELS.id())) {
        RunBlocks.forEach(
            LABELS, block, row -> of(row.customerId()).churned.put(row.asOf(), row.churned()));
      } else if (table.equals(LOG.id())) {
        RunBlocks.forEach(LOG, block, row -> of(row.customerId()).log.add(row));
      } else if (table.equals(CONTACTS.id())) {
        RunBlocks.forEach(CONTACTS, block, this::keep);
      }
    }
  }

  private void keep(CampaignContact row) {
    if (row.customerId() != null) {
      of(row.customerId()).contacts.add(row);
    }
  }

  private Followed of(String customerId) {
    return customers.computeIfAbsent(customerId, id -> new Followed());
  }

  /** What became of the customers by a day. */
  OutcomeTotals totals(LocalDate asOf) {
    OutcomeTotals totals = new OutcomeTotals();
    // Sums do not depend on the order.
    for (Followed customer : customers.values()) {
      totals.add(
          asOf, Participation.before(asOf, customer.log, customer.contacts), customer.churned);
    }
    return totals;
  }
}
