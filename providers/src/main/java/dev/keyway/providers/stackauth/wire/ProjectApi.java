package dev.keyway.providers.stackauth.wire;

import feign.RequestLine;

/** {@code projects/current}. */
public interface ProjectApi {

  @RequestLine("GET /api/v1/projects/current")
  Project current();

  record Project(String displayName) {}
}
