package dev.keyway.conformance;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Links as people and attackers bend them. The longest parameter is taken for the credential. */
final class Links {

  private Links() {}

  /** The link with another credential of the same form. */
  static URI altered(URI link) {
    return withCredential(link, Links::shifted);
  }

  /** The query with an empty credential. */
  static String emptied(URI link) {
    return withCredential(link, value -> "").getRawQuery();
  }

  /** The credential that the link carries, as it stands in the query. */
  static String credential(URI link) {
    return parameters(link).stream()
        .map(parameter -> parameter.substring(parameter.indexOf('=') + 1))
        .max(Comparator.comparingInt(String::length))
        .orElseThrow(() -> new AssertionError("The link has no query"));
  }

  /**
   * The first callback with each of the values that differ taken from the second, one at a time.
   */
  static List<URI> mixtures(URI first, URI second) {
    List<String> own = parameters(first);
    List<String> others = parameters(second);
    List<URI> mixtures = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      String name = own.get(i).substring(0, own.get(i).indexOf('=') + 1);
      for (String other : others) {
        if (other.startsWith(name) && !other.equals(own.get(i))) {
          List<String> mixed = new ArrayList<>(own);
          mixed.set(i, other);
          mixtures.add(Rules.withQuery(first, String.join("&", mixed)));
        }
      }
    }
    return mixtures;
  }

  private static URI withCredential(URI link, UnaryOperator<String> change) {
    String credential = credential(link);
    List<String> parameters = new ArrayList<>();
    for (String parameter : parameters(link)) {
      int equals = parameter.indexOf('=');
      parameters.add(
          parameter.substring(equals + 1).equals(credential)
              ? parameter.substring(0, equals + 1) + change.apply(credential)
              : parameter);
    }
    return Rules.withQuery(link, String.join("&", parameters));
  }

  private static List<String> parameters(URI link) {
    String query = link.getRawQuery();
    return query == null ? List.of() : List.of(query.split("&"));
  }

  /** Each of the first six letters and digits replaced by another one. */
  private static String shifted(String value) {
    StringBuilder text = new StringBuilder(value);
    for (int i = 0; i < Math.min(6, value.length()); i++) {
      char c = value.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        text.setCharAt(i, c == '7' ? '8' : '7');
      }
    }
    return text.toString();
  }
}
