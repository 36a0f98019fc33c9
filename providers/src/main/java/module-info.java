/** Stack Auth and Stytch behind the neutral interfaces. */
@SuppressWarnings("requires-automatic")
module dev.keyway.providers {
  requires transitive dev.keyway;
  // Dagger marks its factories as generated.
  requires static java.compiler;
  // A field of an answer without @Nullable is required, which is looked up at run time.
  requires org.jspecify;
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.github.benmanes.caffeine;
  requires com.google.i18n.phonenumbers.libphonenumber;
  requires com.google.zxing;
  requires com.nimbusds.jose.jwt;
  requires dagger;
  requires feign.core;
  requires feign.jackson;
  requires jakarta.inject;
  requires org.apache.httpcomponents.client5.httpclient5;
  requires org.apache.httpcomponents.core5.httpcore5;
  requires org.bouncycastle.provider;
  // For Apache HttpClient, which has no descriptor to ask for them.
  requires java.security.jgss;
  requires jdk.net;
  requires org.slf4j;

  // Only for those who have these frameworks.
  requires static jakarta.servlet;
  requires static micrometer.commons;
  requires static micrometer.core;
  requires static micrometer.observation;
  requires static spring.beans;
  requires static spring.boot;
  requires static spring.boot.autoconfigure;
  requires static spring.context;
  requires static spring.core;
  requires static spring.security.config;
  requires static spring.security.core;
  requires static spring.security.oauth2.resource.server;
  requires static spring.security.web;

  exports dev.keyway.providers.micrometer;
  exports dev.keyway.providers.spring;
  exports dev.keyway.providers.spring.security;
  exports dev.keyway.providers.stackauth;
  exports dev.keyway.providers.stackauth.server;
  exports dev.keyway.providers.stytch;
  exports dev.keyway.providers.stytch.consumer;

  // Requests and answers are records that Jackson reads and writes.
  opens dev.keyway.providers.stackauth.wire to
      com.fasterxml.jackson.databind;
  opens dev.keyway.providers.stytch.wire to
      com.fasterxml.jackson.databind;

  provides dev.keyway.spi.AuthProviderFactory with
      dev.keyway.providers.stackauth.StackAuthFactory,
      dev.keyway.providers.stytch.StytchFactory;
}
