-- Ends an upload that cannot become a picture; `item` is null for an unknown one.
select refuse_image(:id, :reason) as item;
