package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.schema.Constraint;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the service's validator knows texts to be, with its words. */
public enum Form implements Constraint<String> {
  /** The HTML standard's form of an e-mail address. */
  EMAIL("must be a valid email", "email", Form::isEmail),
  /** What sign-up and code mails demand besides. */
  STRICT_EMAIL(
      "must match the following: \"/" + Patterns.STRICT_EMAIL + "/\"", "", Form::isStrictEmail),
  NOT_EMPTY("must not be empty", "", text -> !text.isEmpty()),
  UUID("must be a valid UUID", "uuid", Patterns.UUID.asMatchPredicate()),
  /** A user's id, or {@code me}. */
  USER_ID(
      "must be a valid UUID",
      "",
      text -> text.equals("me") || Patterns.UUID.matcher(text).matches()),
  /** Asked of every web address besides {@link #URL}. */
  NO_SPACES("contains spaces", "", text -> !text.contains(" ")),
  /** A web address; spaces behind its host are not its business. */
  URL("is not a valid URL", "uri", Form::isUrl),
  BASE64("is not valid base64", "", Form::isBase64);

  private final String words;
  private final String format;

  @SuppressWarnings("ImmutableEnumChecker") // The predicates hold no state.
  private final Predicate<String> test;

  Form(String words, String format, Predicate<String> test) {
    this.words = words;
    this.format = format;
    this.test = test;
  }

  String words() {
    return words;
  }

  @Override
  public boolean accepts(String text) {
    return test.test(text);
  }

  @Override
  public void describe(ObjectNode schema) {
    if (!format.isEmpty()) {
      schema.put("format", format);
    }
  }

  private static boolean isBase64(String text) {
    try {
      Base64.getDecoder().decode(text);
      return text.length() % 4 == 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The validator takes an empty text for an address. */
  private static boolean isEmail(String text) {
    return text.isEmpty() || Patterns.EMAIL.matcher(text).matches();
  }

  private static boolean isStrictEmail(String text) {
    return text.isEmpty() || Patterns.STRICT_EMAIL.matcher(text).find();
  }

  private static boolean isUrl(String text) {
    return !Patterns.SPACE_IN_HOST.matcher(text).find()
        && Urls.absolute(text.strip().replace(" ", "%20")).isPresent();
  }

  /** Constants of an enum cannot use its own static fields. */
  private static final class Patterns {
    static final Pattern EMAIL =
        Pattern.compile(
            "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    static final Pattern STRICT_EMAIL = Pattern.compile("^[^.]+(\\.[^.]+)*@.*\\.[^.][^.]+$");

    static final Pattern SPACE_IN_HOST = Pattern.compile("^[^:/?#]+://[^/?#]* ");

    static final Pattern UUID =
        Pattern.compile(
            "(?i)[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
                + "|00000000-0000-0000-0000-000000000000");
  }
}
