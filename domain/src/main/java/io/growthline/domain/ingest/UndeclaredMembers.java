package io.growthline.domain.ingest;

import static io.growthline.domain.ingest.RejectionCode.UNKNOWN_COLUMN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.growthline.domain.contract.TableSpec;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one record says beyond its contract: refused, or kept. Not thread-safe. */
final class UndeclaredMembers {
  private static final Pattern COLUMN_NAME = Pattern.compile("(?!.*\\d{5})[a-z][a-z0-9_]{0,39}");

  private final TableSpec<?> table;
  private final UnknownColumns policy;
  private final ObjectMapper mapper;
  private ObjectNode members;

  UndeclaredMembers(TableSpec<?> table, UnknownColumns policy, ObjectMapper mapper) {
    this.table = table;
    this.policy = policy;
    this.mapper = mapper;
  }

  /** Forgets those of the record before. */
  void clear() {
    members = null;
  }

  /** Refuses the name of a member unless such are kept. */
  void check(String name) throws RejectedRecordException {
    if (policy == UnknownColumns.REJECT) {
      // A name that is not like a column's may be data that slipped, so it is not repeated.
      boolean speakable = COLUMN_NAME.matcher(name).matches();
      throw new RejectedRecordException(
          UNKNOWN_COLUMN,
          speakable ? name : null,
          (speakable ? name : "A column") + " is not declared in " + table.id());
    }
  }

  /** Keeps a member whose name has passed {@link #check}. */
  void keep(String name, JsonNode value) {
    if (members == null) {
      members = mapper.createObjectNode();
    }
    members.set(name, value);
  }

  /** The members kept, as a JSON object; empty when there are none. */
  Optional<String> json() {
    return members == null ? Optional.empty() : Optional.of(members.toString());
  }
}
