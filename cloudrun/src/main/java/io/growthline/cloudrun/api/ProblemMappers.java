package io.growthline.cloudrun.api;

import io.growthline.cloudrun.data.NotPublishedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure into a problem; callers never see a stack trace. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  public Response refused(ProblemException e) {
    return e.problem().toResponse();
  }

  @ServerExceptionMapper
  public Response notPublished(NotPublishedException e) {
    return Problem.of(ProblemCode.WAREHOUSE_UNAVAILABLE, e.getMessage(), null).toResponse();
  }

  @ServerExceptionMapper
  public Response web(WebApplicationException e, @Context UriInfo uri) {
    int status = e.getResponse().getStatus();
    return Arrays.stream(ProblemCode.values())
        .filter(code -> code.status() == status && status >= 402)
        .findFirst()
        .map(code -> Problem.of(code, code.title() + ": /" + path(uri), null).toResponse())
        .orElseGet(e::getResponse);
  }

  @ServerExceptionMapper
  public Response failed(Throwable e, @Context UriInfo uri) {
    LOG.errorf(e, "Request /%s failed", path(uri));
    return Problem.of(
            ProblemCode.INTERNAL, "The service failed; its log says why. Try again later.", null)
        .toResponse();
  }

  private static String path(UriInfo uri) {
    return uri.getPath().replaceFirst("^/", "");
  }
}
