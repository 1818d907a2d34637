package press.broadsheet.make.page;

import java.util.Locale;
import press.broadsheet.problem.Problem;

/**
 * What can be wrong with templates. All are errors, because a page that lacks a part must not be published; but for a file that
 * changes no page.
 */
public enum TemplateFault implements Problem.Code {
    /** A template is asked for that does not exist, or whose name is not one. */
    MISSING_TEMPLATE,
    /** A front has a slot whose layout has no template in {@code slots/}. */
    UNKNOWN_SLOT_LAYOUT,
    /** A template cannot be read: a tag is not closed, a word is not expected there. */
    BROKEN_TEMPLATE,
    /** A template uses a variable that it is not given. */
    UNKNOWN_VARIABLE,
    /** A template asks a view for something that it does not have. */
    UNKNOWN_ATTRIBUTE,
    /** A template asks nothing for an attribute: what may be absent must be tested first. */
    ATTRIBUTE_OF_NOTHING,
    /** A template fills a block that the one that it extends does not have. */
    UNKNOWN_BLOCK,
    /** A template that extends another says something outside of blocks. */
    OUTSIDE_BLOCKS,
    /** A template uses a filter, function, macro or test that does not exist. */
    UNKNOWN_FUNCTION,
    /** A function is given something that it does not take, or a word of the theme lacks what stands in it. */
    WRONG_ARGUMENT,
    /** A template prints something that is not text, a number or a truth value. */
    NOT_PRINTABLE,
    /** A template asks for a word that {@code strings/} does not have. */
    MISSING_STRING,
    /** A template asks for a file that {@code assets/} does not have. */
    MISSING_ASSET,
    /** A template asks for a data file that {@code content/data/} does not have. */
    MISSING_DATA,
    /** A file of the site's own theme is asked for by nothing, and its name is nearly that of one that is. */
    UNUSED_THEME_FILE,
    /** A word of the site's own theme is asked for by nothing, and its key is nearly that of one that is. */
    UNUSED_WORD,
    /** Something else went wrong while a template was printed. */
    TEMPLATE_FAILED;

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Problem.Severity severity() {
        return this == UNUSED_THEME_FILE || this == UNUSED_WORD ? Problem.Severity.WARNING : Problem.Severity.ERROR;
    }
}
