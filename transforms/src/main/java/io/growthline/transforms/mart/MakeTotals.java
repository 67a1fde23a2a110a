package io.growthline.transforms.mart;

import io.growthline.domain.catalogue.Marts;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.mart.MartTotals;
import io.growthline.domain.mart.RowSink;
import io.growthline.domain.monitoring.MartGroup;
import io.growthline.transforms.block.RowSorter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;

/** Makes the rows of marts of totals, from those of the groups built now and of the kept ones. */
final class MakeTotals extends DoFn<GroupTotals, KV<String, byte[]>> {
  private final MartPlan plan;
  private final PCollectionView<List<MartGroup>> kept;

  MakeTotals(MartPlan plan, PCollectionView<List<MartGroup>> kept) {
    this.plan = plan;
    this.kept = kept;
  }

  @ProcessElement
  public void process(ProcessContext context) {
    Rows rows = new Rows(context);
    MartTotals all = new MartTotals(Marts.TOTALS);
    GroupTotals built = context.element();
    plan.changed()
        .forEach(
            (group, builtFrom) -> {
              byte[] totals = built.toBytes(group);
              all.add(totals);
              rows.add(
                  TableSpec.of(MartGroup.class),
                  new MartGroup(
                      group,
                      plan.asOf(),
                      builtFrom,
                      plan.code(),
                      Base64.getEncoder().encodeToString(totals)));
            });
    for (MartGroup group : context.sideInput(kept)) {
      all.add(Base64.getDecoder().decode(group.totals()));
      rows.add(TableSpec.of(MartGroup.class), group);
    }
    all.rows(plan.asOf(), rows);
    rows.flush();
  }

  private static final class Rows implements RowSink {
    private final DoFn<GroupTotals, KV<String, byte[]>>.ProcessContext context;
    private final Map<TableSpec<?>, RowSorter<?>> sorters = new LinkedHashMap<>();

    Rows(DoFn<GroupTotals, KV<String, byte[]>>.ProcessContext context) {
      this.context = context;
    }

    @Override
    @SuppressWarnings("unchecked") // each table has the sorter of its own rows
    public <R extends Record> void add(TableSpec<R> table, R row) {
      ((RowSorter<R>) sorters.computeIfAbsent(table, this::sorter)).add(row);
    }

    void flush() {
      sorters.values().forEach(RowSorter::flush);
    }

    private RowSorter<?> sorter(TableSpec<?> table) {
      return new RowSorter<>(
          table, "totals", (partition, block) -> context.output(KV.of(partition, block)));
    }
  }
}
