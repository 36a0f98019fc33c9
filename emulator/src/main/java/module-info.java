/** An emulator of authentication vendors, for tests. */
@SuppressWarnings("requires-automatic")
module dev.keyway.emulator {
  requires java.logging;
  requires java.management;
  // Dagger marks its factories as generated.
  requires static java.compiler;
  requires cbor;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires com.google.common;
  requires com.google.i18n.phonenumbers.libphonenumber;
  requires com.google.zxing;
  requires com.nulabinc.zxcvbn;
  requires com.yubico.webauthn;
  requires dagger;
  requires jakarta.inject;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  // A component of a seed without @Nullable is required, which is looked up at run time.
  requires org.jspecify;
  // The server names these nowhere, since it has no module description of its own.
  requires org.jboss.logging;
  requires org.jboss.threads;
  requires undertow.core;
  requires xnio.api;
  // Only for those who use the extension or the command line.
  requires static info.picocli;
  requires static org.junit.jupiter.api;
  // Only for those who test with Spring.
  requires static spring.beans;
  requires static spring.context;
  requires static spring.core;
  requires static spring.test;

  exports dev.keyway.emulator;
  exports dev.keyway.emulator.device;
  exports dev.keyway.emulator.junit;
  exports dev.keyway.emulator.seed;
  exports dev.keyway.emulator.spring;
  exports dev.keyway.emulator.stackauth;
  exports dev.keyway.emulator.stytch;

  opens dev.keyway.emulator.cli to
      info.picocli;

  uses dev.keyway.emulator.EmulatorEngine;

  provides dev.keyway.emulator.EmulatorEngine with
      dev.keyway.emulator.internal.world.DaggerEngine;
}
