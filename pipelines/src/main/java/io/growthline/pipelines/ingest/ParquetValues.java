package io.growthline.pipelines.ingest;

import io.growthline.domain.ingest.Payloads;
import io.growthline.domain.ingest.RejectedRecordException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** Single values of Parquet as Java values, by their logical type. */
final class ParquetValues {
  private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

  private ParquetValues() {}

  /**
   * A number, text, boolean, {@link Instant}, {@link LocalDate} or {@link BigDecimal}. A time
   * without a zone is ISO text without one; bytes that are no text are base64.
   */
  static Object of(Group group, PrimitiveType type, int field, int index)
      throws RejectedRecordException {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> group.getBoolean(field, index);
      case FLOAT -> (double) group.getFloat(field, index);
      case DOUBLE -> group.getDouble(field, index);
      case INT32 -> ofInt(logical, group.getInteger(field, index));
      case INT64 -> ofLong(logical, group.getLong(field, index));
      case INT96 -> ofInt96(group.getInt96(field, index));
      case BINARY, FIXED_LEN_BYTE_ARRAY -> ofBytes(logical, group.getBinary(field, index));
    };
  }

  private static Object ofInt(LogicalTypeAnnotation logical, int value) {
    if (logical instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(value);
    } else if (logical instanceof IntLogicalTypeAnnotation type && !type.isSigned()) {
      return Integer.toUnsignedLong(value);
    } else if (logical instanceof TimeLogicalTypeAnnotation) {
      return time(LocalTime.MIDNIGHT.plus(value, ChronoUnit.MILLIS));
    }
    return ofLong(logical, value);
  }

  private static Object ofLong(LogicalTypeAnnotation logical, long value) {
    if (logical instanceof DecimalLogicalTypeAnnotation type) {
      return BigDecimal.valueOf(value, type.getScale());
    } else if (logical instanceof TimestampLogicalTypeAnnotation type) {
      Instant instant = Instant.EPOCH.plus(value, unit(type.getUnit()));
      return type.isAdjustedToUTC()
          ? instant
          : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
              LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    } else if (logical instanceof TimeLogicalTypeAnnotation type) {
      return time(LocalTime.MIDNIGHT.plus(value, unit(type.getUnit())));
    } else if (logical instanceof IntLogicalTypeAnnotation type && !type.isSigned() && value < 0) {
      return new BigDecimal(Long.toUnsignedString(value));
    }
    return value;
  }

  // How Spark and Impala have written times: nanoseconds of the day, then the Julian day.
  private static Instant ofInt96(Binary value) {
    ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long nanos = bytes.getLong();
    long day = Integer.toUnsignedLong(bytes.getInt()) - JULIAN_DAY_OF_EPOCH;
    return Instant.EPOCH.plus(day, ChronoUnit.DAYS).plusNanos(nanos);
  }

  private static Object ofBytes(LogicalTypeAnnotation logical, Binary value)
      throws RejectedRecordException {
    if (logical instanceof StringLogicalTypeAnnotation
        || logical instanceof EnumLogicalTypeAnnotation
        || logical instanceof JsonLogicalTypeAnnotation) {
      return text(value);
    } else if (logical instanceof DecimalLogicalTypeAnnotation type) {
      return new BigDecimal(new BigInteger(value.getBytes()), type.getScale());
    } else if (logical instanceof UUIDLogicalTypeAnnotation) {
      ByteBuffer bytes = value.toByteBuffer();
      return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }
    return Base64.getEncoder().encodeToString(value.getBytes());
  }

  private static String text(Binary value) throws RejectedRecordException {
    if (value.length() > Payloads.MAX_BYTES) {
      throw Payloads.tooLarge();
    }
    Payloads.checkUtf8(value.toByteBuffer());
    return value.toStringUsingUTF8();
  }

  private static String time(LocalTime time) {
    return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
  }

  private static ChronoUnit unit(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> ChronoUnit.MILLIS;
      case MICROS -> ChronoUnit.MICROS;
      case NANOS -> ChronoUnit.NANOS;
    };
  }
}
