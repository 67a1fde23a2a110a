package io.growthline.cloudrun.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads a request body strictly: nothing is coerced, nothing unknown is ignored. */
final class JsonBody {
  private static final ObjectMapper STRICT = strict();

  private JsonBody() {}

  /**
   * @throws ProblemException naming the field when the body does not fit the type
   */
  static <T> T read(InputStream body, Class<T> type) {
    return read(text(body), type);
  }

  private static String text(InputStream body) {
    // Closing reads what is left, without which the connection could not be used again.
    try (body) {
      byte[] bytes = body.readNBytes(RequestLimits.BODY + 1);
      if (bytes.length > RequestLimits.BODY) {
        throw new ProblemException(RequestLimits.tooLarge());
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ProblemException(
          ProblemCode.MALFORMED_RECORD, "The body is not UTF-8; send a JSON object");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(String body, Class<T> type) {
    if (body.isBlank()) {
      throw new ProblemException(
          ProblemCode.MALFORMED_RECORD, "The body is empty; send a JSON object");
    }
    try (JsonParser parser = STRICT.createParser(body)) {
      T value = STRICT.readValue(parser, type);
      if (parser.nextToken() != null) {
        throw new ProblemException(
            ProblemCode.MALFORMED_RECORD, "Something follows the JSON object; send one object");
      }
      if (value == null) {
        throw new ProblemException(
            ProblemCode.MALFORMED_RECORD, "The body is null; send a JSON object");
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      String known =
          e.getKnownPropertyIds().stream()
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining(", "));
      throw new ProblemException(
          ProblemCode.UNKNOWN_COLUMN,
          "There is no field " + e.getPropertyName() + "; known: " + known,
          path(e));
    } catch (MismatchedInputException e) {
      throw wrongType(e, e.getTargetType());
    } catch (JsonMappingException e) {
      if (e.getCause() instanceof InputCoercionException coercion) {
        throw wrongType(e, coercion.getTargetType());
      }
      throw malformed(e);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T require(T value, String field) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      throw new ProblemException(
          ProblemCode.MISSING_FIELD, "The field " + field + " is missing", field);
    }
    return value;
  }

  private static ProblemException wrongType(JsonMappingException e, Class<?> wanted) {
    String path = path(e);
    return new ProblemException(
        ProblemCode.WRONG_TYPE,
        (path == null ? "The body" : "The field " + path) + " must be " + describe(wanted),
        path);
  }

  private static ProblemException malformed(JsonProcessingException e) {
    String place =
        e.getLocation() == null
            ? ""
            : " at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr();
    return new ProblemException(
        ProblemCode.MALFORMED_RECORD, "The body is not valid JSON" + place + "; send one object");
  }

  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return path.isEmpty() ? null : path;
  }

  private static String describe(Class<?> wanted) {
    if (wanted == Long.class || wanted == long.class) {
      return "a whole number";
    }
    if (wanted != null && Number.class.isAssignableFrom(wanted)) {
      return "a number";
    }
    if (wanted != null && Collection.class.isAssignableFrom(wanted)) {
      return "a list";
    }
    return wanted == String.class ? "a text" : "a JSON object";
  }

  /** Jackson takes the texts "NaN" and "Infinity" for numbers, whatever its settings. */
  private static final class NumbersOnly extends StdScalarDeserializer<Double> {
    private static final long serialVersionUID = 1L;

    NumbersOnly() {
      super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parser.currentToken().isNumeric()
          ? (Double) parser.getDoubleValue()
          : (Double) context.handleUnexpectedToken(Double.class, parser);
    }
  }

  private static ObjectMapper strict() {
    ObjectMapper mapper =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .addModule(new SimpleModule().addDeserializer(Double.class, new NumbersOnly()))
            .build();
    for (CoercionInputShape shape :
        new CoercionInputShape[] {
          CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
      mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
    }
    return mapper;
  }
}
