package io.growthline.pages.section;

import io.growthline.pages.Block;
import io.growthline.pages.Format;
import io.growthline.pages.Place;
import io.growthline.pages.Section;
import io.growthline.pages.Sentence;
import io.growthline.pages.Source;
import io.growthline.pages.grid.Column;
import io.growthline.pages.grid.Grid;
import io.growthline.pages.grid.SqlRows;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What happened to the customer whose id is in the path, the newest first. */
public final class CustomerTimeline implements Section {
  private static final Map<String, String> OF_ACTIVATION =
      Map.of(
          "submitted_at", "Applied",
          "kyc_approved_at", "Identity approved",
          "activated_at", "Account activated",
          "funded_at", "Account funded",
          "first_transaction_at", "First purchase");

  private static final Map<String, String> OF_PROFILE =
      Map.of("last_active_at", "Last active", "last_invoice_at", "Last invoice");

  private static final String EVENTS =
      "SELECT happened_at, what FROM ("
          + events("marts.fct_activation", OF_ACTIVATION)
          + " UNION ALL "
          + events("marts.customer_360_profile", OF_PROFILE)
          + ") AS events WHERE happened_at IS NOT NULL";

  @Override
  public String id() {
    return "timeline";
  }

  @Override
  public String title() {
    return "Timeline";
  }

  @Override
  public Place place() {
    return Place.HALF;
  }

  @Override
  public List<Block> blocks(Source source) {
    return List.of(
        new Sentence("First steps, and what came last."),
        Grid.of(
                "timeline",
                title(),
                new SqlRows(EVENTS, "happened_at DESC, what", CustomerProfile.id(source)),
                List.of(
                    Column.of("what", "What", Format.TEXT),
                    Column.of("happened_at", "When", Format.TIME)))
            .orElse("Nothing is known yet."));
  }

  private static String events(String table, Map<String, String> columns) {
    return columns.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            column ->
                "SELECT %s AS happened_at, '%s' AS what FROM %s WHERE customer_id = @id"
                    .formatted(column.getKey(), column.getValue(), table))
        .collect(Collectors.joining(" UNION ALL "));
  }
}
