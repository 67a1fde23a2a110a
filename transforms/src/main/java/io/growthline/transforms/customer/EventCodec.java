package io.growthline.transforms.customer;

import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.RowBuffer;
import io.growthline.domain.contract.TableSpec;
import io.growthline.domain.event.RawEvent;
import io.growthline.transforms.block.RawRows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Raw events of any table as bytes: the position of the table, then the row. */
final class EventCodec {
  private final RawRows rows = new RawRows();

  void write(RawEvent event, DataOutput out) throws IOException {
    int position = Contracts.RAW.indexOf(TableSpec.of(((Record) event).getClass()));
    out.writeByte(position);
    RowBuffer row = rows.encode(position, (Record) event);
    out.writeInt(row.size());
    out.write(row.array(), 0, row.size());
  }

  RawEvent read(DataInput in) throws IOException {
    int position = in.readByte();
    byte[] row = new byte[in.readInt()];
    in.readFully(row);
    return (RawEvent) rows.decode(position, row, 0);
  }
}
