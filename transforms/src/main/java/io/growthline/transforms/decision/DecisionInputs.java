package io.growthline.transforms.decision;

import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.customer.Customer360Profile;
import io.growthline.domain.decision.ActionLog;
import io.growthline.domain.decision.ChurnRules;
import io.growthline.domain.decision.DecisionInput;
import io.growthline.domain.scoring.CustomerScore;
import io.growthline.domain.scoring.Models;
import io.growthline.domain.value.CustomerLtv;
import io.growthline.transforms.block.RunBlocks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is known of the customers of one bucket, from its blocks in any order. */
final class DecisionInputs {
  private static final TableSpec<Customer360Profile> PROFILES =
      TableSpec.of(Customer360Profile.class);
  private static final TableSpec<CustomerLtv> VALUES = TableSpec.of(CustomerLtv.class);
  private static final TableSpec<CustomerScore> SCORES = TableSpec.of(CustomerScore.class);
  private static final TableSpec<ActionLog> LOG = TableSpec.of(ActionLog.class);

  /** The tables of which blocks are needed. */
  static final List<TableSpec<?>> TABLES = List.of(PROFILES, VALUES, SCORES, LOG);

  private final List<byte[]> profiles = new ArrayList<>();
  private final Map<String, CustomerLtv> values = new HashMap<>();
  private final ChurnRules rules;
  private final Map<String, CustomerScore> churn = new HashMap<>();
  private final Map<String, Double> activation = new HashMap<>();
  private final Map<String, List<ActionLog>> log = new HashMap<>();

  /**
   * @param rules stand in where the model has no score
   * @param asOf the log is used before this day
   */
  DecisionInputs(Iterable<byte[]> blocks, ChurnRules rules, LocalDate asOf) {
    this.rules = rules;
    // Some runners give the values of a key only once, in any order.
    for (byte[] block : blocks) {
      String table = RunBlocks.table(block);
      if (table.equals(PROFILES.id())) {
        profiles.add(block);
      } else if (table.equals(VALUES.id())) {
        RunBlocks.forEach(VALUES, block, row -> values.put(row.customerId(), row));
      } else if (table.equals(SCORES.id())) {
        RunBlocks.forEach(SCORES, block, this::keep);
      } else if (table.equals(LOG.id())) {
        RunBlocks.forEach(
            LOG,
            block,
            row -> {
              if (row.asOf().isBefore(asOf)) {
                log.computeIfAbsent(row.customerId(), id -> new ArrayList<>()).add(row);
              }
            });
      }
    }
  }

  private void keep(CustomerScore score) {
    if (score.model().equals(Models.CHURN)) {
      churn.put(score.customerId(), score);
    } else {
      activation.put(score.customerId(), score.score());
    }
  }

  /** Hands over each customer with a chance of leaving: the model's, or else that of the rules. */
  void forEach(Consumer<DecisionInput> consumer) {
    for (byte[] block : profiles) {
      RunBlocks.forEach(PROFILES, block, profile -> consumer.accept(input(profile)));
    }
  }

  private DecisionInput input(Customer360Profile profile) {
    String id = profile.customerId();
    CustomerScore score = churn.get(id);
    DecisionInput input =
        new DecisionInput(
            profile,
            values.get(id),
            score == null ? null : (Double) score.score(),
            score == null ? null : "measured",
            score == null ? null : score.modelVersion(),
            score == null ? null : score.band(),
            activation.get(id),
            log.getOrDefault(id, List.of()));
    return score == null ? input.assuming(rules) : input;
  }

  /** What was decided before the day, by customer. */
  Map<String, List<ActionLog>> log() {
    return log;
  }
}
