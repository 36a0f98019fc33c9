package dev.keyway.emulator.internal.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS for localhost, 127.0.0.1, ::1 and the {@linkplain #serve hosts} it is told of. An authority
 * and a certificate are made when first asked for, live in memory, and are trusted by nobody who
 * was not given the authority.
 */
@Singleton
public final class LocalTls {
  private static final char[] NO_PASSWORD = new char[0];

  private final SecureRandom random;
  private final Clock machineClock;
  private final Set<String> hosts = new TreeSet<>();
  private @Nullable Chain chain;

  @Inject
  LocalTls(SecureRandom random, Clock machineClock) {
    this.random = random;
    this.machineClock = machineClock;
  }

  /** Puts another host into the certificate, which must not have been asked for yet. */
  public synchronized void serve(String host) {
    if (chain != null) {
      throw new IllegalStateException("The certificate is made already");
    }
    hosts.add(host);
  }

  /** For clients: trusts the emulator's authority and nothing else. */
  public SSLContext clientContext() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trustManager()}, random);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no TLS", e);
    }
  }

  /** For clients that want a trust manager beside the context. */
  public X509TrustManager trustManager() {
    try {
      KeyStore anchors = emptyStore();
      anchors.setCertificateEntry("keyway-emulator", authority());
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(anchors);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager x509) {
          return x509;
        }
      }
      throw new IllegalStateException("This Java has no X.509 trust manager");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot trust the emulator's authority", e);
    }
  }

  /** The authority's certificate. */
  public X509Certificate authority() {
    return chain().authority();
  }

  /** The authority's certificate as PEM, for clients in other languages. */
  public String authorityPem() {
    try {
      String base64 =
          Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authority().getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot encode the emulator's authority", e);
    }
  }

  SSLContext serverContext() {
    try {
      KeyStore keys = emptyStore();
      Chain made = chain();
      keys.setKeyEntry(
          "localhost",
          made.serverKey(),
          NO_PASSWORD,
          new Certificate[] {made.server(), made.authority()});
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(keys, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, random);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot serve TLS", e);
    }
  }

  private synchronized Chain chain() {
    if (chain == null) {
      chain = new CertificateMaker(random, machineClock.instant()).make(hosts);
    }
    return chain;
  }

  private static KeyStore emptyStore() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException e) {
      throw new IllegalStateException("Nothing is read, so nothing can fail", e);
    }
  }

  /** What is made once. */
  record Chain(X509Certificate authority, X509Certificate server, PrivateKey serverKey) {}
}
