package dev.keyway.providers.stackauth.wire;

import dev.keyway.ErrorCode;
import java.util.List;
import java.util.Optional;

/**
 * Errors that Stack Auth sends as plain text, without a code: they can be told by status and text
 * only.
 */
public record PlainError(int status, String text, ErrorCode code) {

  static final List<PlainError> ALL =
      List.of(
          new PlainError(400, "User already has a password set.", ErrorCode.PASSWORD_ALREADY_SET),
          new PlainError(
              403, "OTP sign-in is not enabled for this project", ErrorCode.METHOD_DISABLED),
          new PlainError(400, "Invalid login code or the code has expired", ErrorCode.CODE_REFUSED),
          new PlainError(400, "Invalid refresh token", ErrorCode.SESSION_NOT_FOUND),
          new PlainError(404, "Contact channel not found.", ErrorCode.RESOURCE_NOT_FOUND),
          new PlainError(404, "Contact channel not found", ErrorCode.RESOURCE_NOT_FOUND),
          new PlainError(400, "Contact channel not found", ErrorCode.RESOURCE_NOT_FOUND),
          new PlainError(
              400,
              "Contact channel not found. Was your contact channel deleted?",
              ErrorCode.RESOURCE_NOT_FOUND),
          new PlainError(400, "Contact channel already exists", ErrorCode.RESOURCE_ALREADY_EXISTS),
          new PlainError(404, "Session not found.", ErrorCode.SESSION_NOT_FOUND),
          new PlainError(
              400,
              "Invalid password hash. Make sure it's a supported algorithm in Modular Crypt"
                  + " Format.",
              ErrorCode.INVALID_ARGUMENT),
          new PlainError(400, "OTP auth not enabled in the project", ErrorCode.METHOD_DISABLED),
          new PlainError(
              400, "User API keys are not enabled for this project.", ErrorCode.METHOD_DISABLED),
          new PlainError(
              400, "Password auth not enabled in the project", ErrorCode.METHOD_DISABLED),
          new PlainError(
              400,
              "Invalid redirect URI. Your redirect URI must be the same as the one used to get the"
                  + " authorization code.",
              ErrorCode.OAUTH_CODE_REFUSED),
          new PlainError(
              400,
              "Invalid scope requested. Please check the scopes you are requesting.",
              ErrorCode.INVALID_ARGUMENT),
          new PlainError(
              403,
              "Client can only access its own connected accounts",
              ErrorCode.PERMISSION_DENIED),
          new PlainError(404, "Project not found", ErrorCode.PROJECT_CREDENTIALS_REFUSED));

  public static Optional<PlainError> of(int status, String text) {
    return ALL.stream()
        .filter(error -> error.status == status && error.text.equals(text.strip()))
        .findFirst();
  }
}
