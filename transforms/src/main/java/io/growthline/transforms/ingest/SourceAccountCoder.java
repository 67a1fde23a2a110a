package io.growthline.transforms.ingest;

import io.growthline.domain.monitoring.SourceAccount;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CustomCoder;

/** Coder of {@link SourceAccount}. */
public final class SourceAccountCoder extends CustomCoder<SourceAccount> {
  public static SourceAccountCoder of() {
    return new SourceAccountCoder();
  }

  @Override
  public void encode(SourceAccount account, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeUTF(account.source());
    out.writeLong(account.read());
    out.writeLong(account.written());
    out.writeLong(account.duplicates());
    out.writeLong(account.deadLettered());
    out.writeLong(account.filtered());
    out.writeLong(account.late());
  }

  @Override
  public SourceAccount decode(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    return new SourceAccount(
        in.readUTF(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong());
  }

  @Override
  public void verifyDeterministic() {}
}
