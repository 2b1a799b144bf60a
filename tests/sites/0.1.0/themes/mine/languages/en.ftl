not-found-title = Nothing at all
