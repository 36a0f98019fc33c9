package dev.keyway.providers.stackauth;

import feign.RequestLine;

/** {@code projects/current}. */
interface ProjectApi {

  @RequestLine("GET /api/v1/projects/current")
  Project current();

  record Project(String displayName) {}
}
