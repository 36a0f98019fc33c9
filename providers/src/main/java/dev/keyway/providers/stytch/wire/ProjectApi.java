package dev.keyway.providers.stytch.wire;

import feign.RequestLine;
import java.util.List;

/** {@code projects}. */
public interface ProjectApi {

  @RequestLine("GET /v1/projects/metrics")
  Metrics metrics();

  record Metrics(List<Metric> metrics) {}

  record Metric(String metricType, long count) {}
}
