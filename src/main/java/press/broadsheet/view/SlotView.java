package press.broadsheet.view;

import java.util.List;

/**
 * A slot of a front.
 *
 * @param id unique on its front; an anchor
 * @param title empty if none
 * @param address where the title leads; empty if nowhere
 * @param layout its template in {@code slots/}, without ending
 * @param colour of the section that it leads to; empty for the paper's own
 * @param cards at least one
 */
public record SlotView(String id, String title, String address, String layout, String colour, List<CardView> cards) {}
