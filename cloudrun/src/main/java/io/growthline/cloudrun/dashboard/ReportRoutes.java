package io.growthline.cloudrun.dashboard;

import io.growthline.cloudrun.api.Problem;
import io.growthline.cloudrun.api.ProblemCode;
import io.growthline.cloudrun.data.NotPublishedException;
import io.growthline.cloudrun.data.PublishedWarehouse;
import io.growthline.pages.Pages;
import io.growthline.pages.Report;
import io.growthline.pages.Role;
import io.growthline.pages.UnknownChoiceException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** One route for each report that can be taken along as Markdown. */
@ApplicationScoped
public class ReportRoutes {
  private final PublishedWarehouse warehouse;

  ReportRoutes(PublishedWarehouse warehouse) {
    this.warehouse = warehouse;
  }

  void init(@Observes Router router) {
    Pages.REPORTS.forEach(
        (path, report) ->
            router.get(path).blockingHandler(context -> answer(report, context), false));
  }

  private void answer(Report report, RoutingContext context) {
    HttpServerResponse response = context.response();
    response.putHeader("Cache-Control", "no-cache");
    try {
      String text =
          warehouse.read(
              snapshot ->
                  report.markdown(
                      PageRoutes.source(new PublishedTables(snapshot, Role.ANALYST), context)));
      response
          .putHeader("Content-Type", "text/markdown;charset=UTF-8")
          .putHeader("Content-Disposition", "attachment; filename=\"" + report.fileName() + ".md\"")
          .end(text);
    } catch (UnknownChoiceException e) {
      Problem.of(ProblemCode.NOT_ALLOWED_VALUE, e.getMessage(), e.parameter()).send(response);
    } catch (NotPublishedException e) {
      Problem.of(ProblemCode.WAREHOUSE_UNAVAILABLE, e.getMessage(), null).send(response);
    }
  }
}
