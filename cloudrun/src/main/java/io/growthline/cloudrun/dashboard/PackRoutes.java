package io.growthline.cloudrun.dashboard;

import io.growthline.cloudrun.api.Problem;
import io.growthline.cloudrun.api.ProblemCode;
import io.growthline.cloudrun.data.NotPublishedException;
import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.pages.MissingPageException;
import io.growthline.pages.Role;
import io.growthline.pages.Source;
import io.growthline.pages.pack.DecisionPack;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;

/** The decision pack of a change as Markdown, HTML and Excel. */
@ApplicationScoped
public class PackRoutes {
  private enum Form {
    MD("text/markdown;charset=UTF-8", source -> text(DecisionPack.REPORT.markdown(source))),
    HTML("text/html;charset=UTF-8", source -> text(DecisionPack.REPORT.html(source))),
    XLSX(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        DecisionPack::workbook);

    private final String type;
    private final Function<Source, byte[]> bytes;

    Form(String type, Function<Source, byte[]> bytes) {
      this.type = type;
      this.bytes = bytes;
    }

    private String ending() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static byte[] text(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private final PublishedWarehouse warehouse;

  PackRoutes(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  void init(@Observes Router router) {
    for (Form form : Form.values()) {
      router
          .get("/decisions/:" + DecisionPack.ID + "/pack." + form.ending())
          .blockingHandler(context -> answer(form, context), false);
    }
  }

  private void answer(Form form, RoutingContext context) {
    HttpServerResponse response = context.response();
    response.putHeader("Cache-Control", "no-cache");
    try {
      byte[] pack =
          warehouse.read(
              snapshot ->
                  form.bytes.apply(
                      PageRoutes.source(new PublishedTables(snapshot, Role.ANALYST), context)));
      response
          .putHeader("Content-Type", form.type)
          .putHeader(
              "Content-Disposition",
              "attachment; filename=\"%s-%s.%s\""
                  .formatted(
                      DecisionPack.REPORT.fileName(),
                      context.pathParam(DecisionPack.ID),
                      form.ending()))
          .end(Buffer.buffer(pack));
    } catch (MissingPageException e) {
      Problem.of(ProblemCode.NOT_FOUND, e.getMessage(), DecisionPack.ID).send(response);
    } catch (NotPublishedException e) {
      Problem.of(ProblemCode.WAREHOUSE_UNAVAILABLE, e.getMessage(), null).send(response);
    }
  }
}
