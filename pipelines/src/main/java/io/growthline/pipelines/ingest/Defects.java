package io.growthline.pipelines.ingest;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs where our own code failed on records of one file: the first failure of each kind, so that a
 * defect can be found and ten million records of it do not fill the log.
 */
final class Defects {
  private static final Logger LOG = LoggerFactory.getLogger(Defects.class);

  private final String file;
  private final Set<String> logged = new HashSet<>();

  /**
   * @param file path below the landing place
   */
  Defects(String file) {
    this.file = file;
  }

  /** Logs a failure unless one of its class was logged before. */
  void log(RuntimeException failure, long record) {
    String kind = failure.getClass().getName();
    if (logged.add(kind)) {
      LOG.error(
          "{}, record {}: a defect of the platform; the record is rejected, and later ones of this"
              + " file with a {} are without another message",
          file,
          record,
          kind,
          stackOf(failure));
    }
  }

  // Messages may quote the record, so that they are left out.
  private static Throwable stackOf(Throwable failure) {
    Throwable cause = failure.getCause() == null ? null : stackOf(failure.getCause());
    Throwable bare = new Throwable(failure.getClass().getName(), cause);
    bare.setStackTrace(failure.getStackTrace());
    return bare;
  }
}
