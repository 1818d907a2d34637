package press.broadsheet.make.page;

import press.broadsheet.problem.Problem;

/** A page could not be printed because of a fault in a template. Carries the problem to tell. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    TemplateException(Problem problem, Throwable cause) {
        super(problem.place() + " " + problem.message(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
