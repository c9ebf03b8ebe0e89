-- the scope opens

