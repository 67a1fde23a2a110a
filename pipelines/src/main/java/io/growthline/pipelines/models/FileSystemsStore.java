package io.growthline.pipelines.models;

import io.growthline.domain.scoring.ModelStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Files of a directory or bucket, models among them, through Beam's file systems. */
public final class FileSystemsStore implements ModelStore, Serializable {
  private static final long serialVersionUID = 1L;

  private final String root;

  /**
   * @param root directory or {@code gs://BUCKET/PATH}
   */
  public FileSystemsStore(String root) {
    String absolute = root.contains("://") ? root : Path.of(root).toAbsolutePath().normalize() + "";
    this.root = absolute.endsWith("/") ? absolute : absolute + "/";
  }

  @Override
  public Optional<byte[]> read(String path) {
    try (InputStream in = Channels.newInputStream(FileSystems.open(resource(path)))) {
      return Optional.of(in.readAllBytes());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + root + path, e);
    }
  }

  // Written beside and then renamed, so that readers never see half a file.
  @Override
  public void write(String path, byte[] content) {
    ResourceId written = resource(path + ".tmp");
    try {
      try (WritableByteChannel out = FileSystems.create(written, "application/octet-stream")) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
      }
      FileSystems.rename(
          List.of(written), List.of(resource(path)), StandardMoveOptions.IGNORE_MISSING_FILES);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + root + path, e);
    }
  }

  @Override
  public List<String> list(String prefix) {
    try {
      return FileSystems.match(root + prefix + "**", EmptyMatchTreatment.ALLOW).metadata().stream()
          .map(Metadata::resourceId)
          .map(ResourceId::toString)
          .map(file -> file.substring(root.length()))
          .filter(file -> !file.endsWith(".tmp"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + root + prefix, e);
    }
  }

  private ResourceId resource(String path) {
    return FileSystems.matchNewResource(root + path, false);
  }
}
