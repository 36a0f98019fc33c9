package dev.keyway.providers.http;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Retry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * What it means when no whole answer came. The causes are named by type only: the texts of parsers
 * may quote what they read.
 *
 * @param effectBefore whether an earlier request of the same call may have changed something
 */
record WireFailures(String provider, Route route, boolean effectBefore) {

  AuthException of(IOException e, boolean answered, boolean expired) {
    if (Thread.currentThread().isInterrupted()) {
      return interrupted();
    }
    if (!answered && notConnected(e)) {
      return effectBefore
          ? lost("could not be reached for " + route + " after an earlier step", e)
          : AuthException.of(
              ErrorCode.CONNECTION_FAILED,
              "No connection to " + provider + " for " + route + cause(e),
              Retry.SAFE_NOW,
              (Throwable) null);
    }
    if (expired || e instanceof SocketTimeoutException) {
      return lost("did not answer " + route + " in time", e);
    }
    if (answered) {
      return AuthException.of(
          ErrorCode.INVALID_RESPONSE,
          provider + "'s answer to " + route + " was cut off" + cause(e),
          retry(),
          (Throwable) null);
    }
    return lost("broke the connection at " + route, e);
  }

  AuthException interrupted() {
    return AuthException.of(
        ErrorCode.NO_RESPONSE,
        "The thread was interrupted while it waited for " + provider + " at " + route,
        retry(),
        (Throwable) null);
  }

  /** Time ran out before this request was sent. */
  AuthException late() {
    return AuthException.of(
        ErrorCode.NO_RESPONSE,
        "The call's time ran out before " + route + " of " + provider,
        effectBefore ? Retry.OUTCOME_UNKNOWN : Retry.SAFE_LATER,
        (Throwable) null);
  }

  private AuthException lost(String how, IOException e) {
    return AuthException.of(
        ErrorCode.NO_RESPONSE, provider + " " + how + cause(e), retry(), (Throwable) null);
  }

  private Retry retry() {
    return effectBefore || !route.reads() ? Retry.OUTCOME_UNKNOWN : Retry.SAFE_LATER;
  }

  private static String cause(IOException e) {
    return " (" + e.getClass().getSimpleName() + ")";
  }

  private static boolean notConnected(IOException e) {
    return e instanceof ConnectException
        || e instanceof ConnectTimeoutException
        || e instanceof ConnectionRequestTimeoutException
        || e instanceof UnknownHostException
        || e instanceof NoRouteToHostException
        || e instanceof VendorConnection.LeftoverException
        || e instanceof SSLHandshakeException
        || e instanceof SSLPeerUnverifiedException;
  }
}
