package io.growthline.pipelines.cloud;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.growthline.pipelines.cloud.TemplateMetadata.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The committed metadata of Flex Templates is what the pipeline options say. */
class FlexTemplateTest {
  private static final String REGENERATE =
      "./mvnw -q -pl pipelines -am test -Dtest=FlexTemplateTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dgrowthline.regenerate=true";
  private static final List<String> TEMPLATES =
      List.of("decide", "ingest", TemplateMetadata.STREAM, "marts", "price", "score");
  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  @Test
  void committedFilesAreWhatTheOptionsSay() throws IOException {
    for (String template : TEMPLATES) {
      Path file = CloudFiles.TEMPLATES.resolve(template + ".json");
      String expected = text(TemplateMetadata.of(template));
      if (Boolean.getBoolean("growthline.regenerate")) {
        Files.createDirectories(CloudFiles.TEMPLATES);
        Files.writeString(file, expected);
      }
      String committed = Files.exists(file) ? Files.readString(file) : "";
      assertThat(
          file + " differs from the options; regenerate with: " + REGENERATE,
          committed.equals(expected),
          is(true));
    }
    assertThat(CloudFiles.children(CloudFiles.TEMPLATES, "", ".json").size(), is(TEMPLATES.size()));
  }

  @Test
  void everyTemplateIsReadWithoutAnUnknownProperty() throws IOException {
    for (String template : TEMPLATES) {
      TemplateMetadata metadata = read(template);
      Set<String> required =
          metadata.parameters().stream()
              .filter(p -> !p.isOptional())
              .map(Parameter::name)
              .collect(Collectors.toSet());

      assertThat(required, hasItems("stage", "step", "warehouse"));
      for (Parameter parameter : metadata.parameters()) {
        assertThat(parameter.helpText().length(), is(lessThan(500)));
        if (parameter.regexes() != null) {
          parameter.regexes().forEach(Pattern::compile);
        }
      }
    }
    assertThrows(
        UnrecognizedPropertyException.class,
        () -> STRICT.readValue("{\"name\":\"x\",\"colour\":\"red\"}", TemplateMetadata.class));
  }

  @Test
  void theRegularExpressionsAdmitWhatTheRunUsesAndRefuseOthers() throws IOException {
    assertThat(matches("marts", "warehouse", "bq://example-project"), is(true));
    assertThat(matches("marts", "warehouse", "s3://bucket"), is(false));
    assertThat(matches("marts", "asOf", "2026-07-01"), is(true));
    assertThat(matches("marts", "asOf", "today"), is(false));
    assertThat(matches("score", "models", "gs://example-models"), is(true));
    assertThat(matches("score", "models", "gs://X"), is(false));
    assertThat(matches("price", "stage", "price"), is(true));
    assertThat(matches("price", "stage", "score"), is(false));
    assertThat(matches("price", "step", "run"), is(false));
    assertThat(matches("ingest-stream", "streaming", "true"), is(true));
    assertThat(matches("ingest-stream", "streaming", "false"), is(false));
  }

  @Test
  void theStreamTakesNoOptionOfBatchRunsAndCannotBeLaunchedWithoutStreaming() throws IOException {
    TemplateMetadata stream = read(TemplateMetadata.STREAM);
    Map<String, Boolean> optional =
        stream.parameters().stream()
            .collect(Collectors.toMap(Parameter::name, Parameter::isOptional));

    assertThat(stream.streaming(), is(true));
    assertThat(optional.get("streaming"), is(false));
    assertThat(optional.keySet(), hasItems("landing", "unknownColumns", "pollSeconds"));
    for (String batch : List.of("rebuild", "replay", "from", "to", "buckets", "asOf")) {
      assertThat(optional, not(hasKey(batch)));
    }
  }

  private static boolean matches(String stage, String name, String value) throws IOException {
    return read(stage).parameters().stream()
        .filter(p -> p.name().equals(name))
        .flatMap(p -> p.regexes().stream())
        .allMatch(value::matches);
  }

  private static TemplateMetadata read(String stage) throws IOException {
    return STRICT.readValue(
        CloudFiles.TEMPLATES.resolve(stage + ".json").toFile(), TemplateMetadata.class);
  }

  private static String text(TemplateMetadata metadata) throws JsonProcessingException {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return STRICT
            .writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
            .writeValueAsString(metadata)
        + "\n";
  }
}
