package dev.keyway.benchmarks;

import io.undertow.Undertow;

/** Undertow with one answer at the port that is given. */
final class UndertowProcess {
  private UndertowProcess() {}

  public static void main(String[] args) {
    Undertow.builder()
        .addHttpListener(Integer.parseInt(args[0]), "127.0.0.1")
        .setHandler(exchange -> exchange.getResponseSender().send("{}"))
        .build()
        .start();
  }
}
