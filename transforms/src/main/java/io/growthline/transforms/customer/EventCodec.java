package io.growthline.transforms.customer;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RecordCodec;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Raw events of any table as bytes: the position of the table, then the row. */
final class EventCodec {
  private final List<RecordCodec<Record>> codecs = new ArrayList<>();
  private final Map<Class<?>, Integer> positions = new HashMap<>();

  EventCodec() {
    for (TableSpec<? extends Record> table : Contracts.RAW) {
      positions.put(table.type(), codecs.size());
      codecs.add(codec(table));
    }
  }

  void write(RawEvent event, DataOutput out) throws IOException {
    int position = positions.get(event.getClass());
    out.writeByte(position);
    codecs.get(position).write((Record) event, out);
  }

  RawEvent read(DataInput in) throws IOException {
    return (RawEvent) codecs.get(in.readByte()).read(in);
  }

  @SuppressWarnings("unchecked") // a codec only meets rows of its own table, by position
  private static RecordCodec<Record> codec(TableSpec<? extends Record> table) {
    return new RecordCodec<>((TableSpec<Record>) table);
  }
}
