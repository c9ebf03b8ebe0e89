"""From the values of the core to the view objects of the design, for every place alike.

How to use it, in a view of any place::

    from borgerfokus.web.present import journal, people, picture

    drawn = picture.draw([case], at=request.moment)[case.pk]          # one query for any number of cases
    view = picture.view(drawn, href=…, action=…)                      # PictureView for `picture(view)`
    dots = picture.dots(drawn.picture, staff=True)                    # PhaseDot for `picture_line(dots, …)`
    chip = picture.due(case.next_due, on=today, soon=picture.soon_until(today))   # Due
    entries = journal.entries(lines, reader=journal.Reader.CITIZEN)   # LogEntry for `journal(entries)`
    flags = people.flags(card)                                        # Chips: protection, interpreter, death …
    texts = happenings.sentence(happened, names)                      # one event of the log in plain words

Cases handed to `draw` carry `type_version`, `unit` and `caseworker` (`casework.service.find` and `seen` select
them). Everything that comes back is a finished string in the reader's language.
"""
