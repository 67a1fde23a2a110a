package io.growthline.pipelines.ingest;

import com.google.api.client.http.HttpResponseException;
import io.growthline.domain.ingest.MappingException;
import io.growthline.domain.ingest.SourceMapping;
import io.growthline.domain.monitoring.LandedFile;
import io.growthline.pipelines.stage.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** The landing place as a URI or absolute path that ends with a slash. */
final class Landing {
  private Landing() {}

  /** Checks that the place exists and gives its normal form. */
  static String locate(String landing) {
    if (!landing.contains("://")) {
      Path folder = landing.startsWith("file:") ? Path.of(URI.create(landing)) : Path.of(landing);
      if (!Files.isDirectory(folder)) {
        throw new UsageException(
            "The landing directory " + landing + " does not exist: create it or set --landing.");
      }
      return folder.toAbsolutePath().normalize() + "/";
    }
    String place = landing.endsWith("/") ? landing : landing + "/";
    try {
      if (match(place + "**").isEmpty()) {
        throw new UsageException(
            "The landing place " + landing + " does not exist or is empty: set --landing.");
      }
    } catch (UncheckedIOException e) {
      if (isRefused(e)) {
        throw new UsageException(
            "The landing place "
                + landing
                + " cannot be listed: its bucket does not exist or this account may not read it;"
                + " create it or set --landing.");
      }
      throw e;
    }
    return place;
  }

  private static boolean isRefused(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpResponseException response) {
        return Set.of(401, 403, 404).contains(response.getStatusCode());
      }
    }
    return false;
  }

  /** All data files below the landing place, by path. */
  static List<LandingFile> files(String landing) {
    return match(landing + "**").stream()
        .flatMap(
            file ->
                LandingFile.of(landing, file.resourceId().toString(), file.sizeBytes()).stream())
        .sorted(Comparator.comparing(LandingFile::path))
        .toList();
  }

  /**
   * The mappings of all sources. Each is loaded once, so that a wrong one stops the run before it
   * reads anything.
   */
  static List<LandingFile> mappings(String landing) {
    List<LandingFile> files = new ArrayList<>();
    for (MatchResult.Metadata file : match(landing + "*/" + LandingFile.MAPPING)) {
      load(file.resourceId());
      String uri = file.resourceId().toString();
      String path = uri.substring(landing.length());
      files.add(new LandingFile(LandingFile.source(path), path, uri, file.sizeBytes(), false));
    }
    return files;
  }

  /**
   * Whether a file still is what was ingested: of the same size and content. A file that its file
   * system has not changed since is not read for that.
   */
  static boolean isSame(LandingFile file, LandedFile ingested) {
    return file.sizeBytes() == ingested.sizeBytes()
        && (isUntouched(file, ingested) || checksum(file).equals(ingested.checksum()));
  }

  private static boolean isUntouched(LandingFile file, LandedFile ingested) {
    return ingested.changedAt() != null
        && ChangeTimes.of(file).filter(ingested.changedAt()::equals).isPresent();
  }

  /** Checksum of a file as it is now; asked of the file system where that knows it. */
  private static String checksum(LandingFile file) {
    String known =
        file.uri().contains("://")
            ? match(file.uri()).stream()
                .findFirst()
                .map(MatchResult.Metadata::checksum)
                .orElse(null)
            : null;
    return known != null
        ? known
        : new Checksum(() -> FileSystems.open(FileSystems.matchNewResource(file.uri(), false)))
            .value();
  }

  /** The mapping that lies in the folder of a source. */
  static Optional<SourceMapping> mapping(String landing, String source) {
    return match(landing + source + "/" + LandingFile.MAPPING).stream()
        .findFirst()
        .map(file -> load(file.resourceId()));
  }

  private static SourceMapping load(ResourceId file) {
    // Messages end up in dead letters, which must not depend on where the landing place is.
    String name = file.getCurrentDirectory().getFilename() + "/" + LandingFile.MAPPING;
    try (InputStream in = Channels.newInputStream(FileSystems.open(file))) {
      return SourceMapping.load(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (MappingException e) {
      throw new UsageException(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the mapping " + file, e);
    }
  }

  private static List<MatchResult.Metadata> match(String pattern) {
    try {
      return FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + pattern, e);
    }
  }
}
