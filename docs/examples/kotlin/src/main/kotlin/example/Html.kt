package example

/**
 * Text that is markup already. Only this type gets into a page, so that what people typed cannot
 * get there unescaped.
 */
@JvmInline value class Html(val markup: String)

/** Markup of ours; each `%s` takes an escaped value. */
fun html(template: String, vararg values: Any): Html {
    val escaped = values.map { if (it is Html) it.markup else escape(it.toString()) }
    return Html(template.format(*escaped.toTypedArray()))
}

private fun escape(text: String): String =
    text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
